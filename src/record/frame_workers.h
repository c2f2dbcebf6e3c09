// Threads that take frames from a bounded queue while the next frame is drawn.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/image.h"

namespace harmattan::record {

class FrameWorkers {
  public:
    // `handle` is called on one of `threads` threads; with one thread, in the order of add(). At most `capacity`
    // frames wait; their buffers are used again and again.
    FrameWorkers(int threads, std::size_t capacity, std::function<void(const base::Image&, std::int64_t)> handle);
    // Forgets the frames that wait and ends the threads.
    ~FrameWorkers();
    FrameWorkers(const FrameWorkers&) = delete;
    FrameWorkers& operator=(const FrameWorkers&) = delete;

    // Takes the frame's pixels, leaving a used buffer in their place; waits while the queue is full. Throws what a
    // worker threw.
    void add(base::Image& frame, std::int64_t index);

    // Waits until every frame is handled. Throws what a worker threw. add() must not follow.
    void finish();

  private:
    struct Numbered {
        base::Image frame;
        std::int64_t index = 0;
    };

    void work();
    void end_threads();

    const std::size_t capacity_;
    const std::function<void(const base::Image&, std::int64_t)> handle_;
    std::mutex mutex_;
    std::condition_variable frame_came_, room_came_;
    std::deque<Numbered> waiting_;
    std::vector<base::Image> used_;
    std::exception_ptr failure_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace harmattan::record
