#include "record/frame_workers.h"

namespace harmattan::record {

FrameWorkers::FrameWorkers(int threads, std::size_t capacity,
                           std::function<void(const base::Image&, std::int64_t)> handle)
    : capacity_(capacity), handle_(std::move(handle)) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

FrameWorkers::~FrameWorkers() {
    {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
    }
    end_threads();
}

void FrameWorkers::add(base::Image& frame, std::int64_t index) {
    std::unique_lock lock(mutex_);
    room_came_.wait(lock, [this] { return failure_ || waiting_.size() < capacity_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back({std::move(frame), index});
    frame = {};
    if (!used_.empty()) {
        frame = std::move(used_.back());
        used_.pop_back();
    }
    frame_came_.notify_one();
}

void FrameWorkers::finish() {
    end_threads();
    if (failure_) std::rethrow_exception(failure_);
}

void FrameWorkers::end_threads() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    frame_came_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

void FrameWorkers::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        frame_came_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty() || failure_) return;
        Numbered next = std::move(waiting_.front());
        waiting_.pop_front();
        room_came_.notify_one();
        lock.unlock();
        std::exception_ptr failure;
        try {
            handle_(next.frame, next.index);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        used_.push_back(std::move(next.frame));
        if (!failure) continue;
        failure_ = failure;
        room_came_.notify_all();
        return;
    }
}

}  // namespace harmattan::record
