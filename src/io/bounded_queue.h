// Hands values from one thread to another, a few at a time.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace harmattan::io {

// For one thread that gives and one that takes; either may close it.
template <typename Value>
class BoundedQueue {
  public:
    // At most `capacity` values wait.
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    // Waits while the queue is full; false, and the value is dropped, once it is closed.
    bool push(Value value) {
        std::unique_lock lock(mutex_);
        room_came_.wait(lock, [this] { return waiting_.size() < capacity_ || is_closed_; });
        if (is_closed_) return false;
        waiting_.push_back(std::move(value));
        value_came_.notify_one();
        return true;
    }

    // Waits while the queue is empty; no value once it is closed and all that was given has been taken.
    std::optional<Value> pop() {
        std::unique_lock lock(mutex_);
        value_came_.wait(lock, [this] { return !waiting_.empty() || is_closed_; });
        if (waiting_.empty()) return std::nullopt;
        std::optional<Value> value(std::move(waiting_.front()));
        waiting_.pop_front();
        room_came_.notify_one();
        return value;
    }

    // As push() and pop(), but without waiting: false, and the value is dropped, where there is no room; no value
    // where there is none.
    bool try_push(Value value) {
        const std::lock_guard lock(mutex_);
        if (is_closed_ || waiting_.size() >= capacity_) return false;
        waiting_.push_back(std::move(value));
        value_came_.notify_one();
        return true;
    }
    std::optional<Value> try_pop() {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return std::nullopt;
        std::optional<Value> value(std::move(waiting_.front()));
        waiting_.pop_front();
        return value;
    }

    // Nothing more will be given, or taken.
    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        value_came_.notify_all();
        room_came_.notify_all();
    }

  private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable value_came_, room_came_;
    std::deque<Value> waiting_;
    bool is_closed_ = false;
};

}  // namespace harmattan::io
