// A published data set being fetched on a thread of its own, so that the window goes on. Nothing is fetched before
// start(). Knows no window.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "base/error.h"
#include "fetch/fetch.h"

namespace harmattan::app {

class DataFetch {
  public:
    enum class State { idle, running, done, failed };

    DataFetch() = default;
    // Stops and waits; the part that has come is kept.
    ~DataFetch();
    DataFetch(const DataFetch&) = delete;
    DataFetch& operator=(const DataFetch&) = delete;

    // Into `folder`, going on from a part that an earlier attempt has left. Not while it is running.
    void start(fetch::Download download, std::filesystem::path folder);
    // Asks it to stop, which it does within a moment: failed, with Error "fetch.cancelled".
    void cancel() { is_cancelled_ = true; }

    State state() const { return state_; }
    fetch::FetchProgress progress() const;
    // When done.
    const fetch::Fetched& fetched() const { return *fetched_; }
    // When failed.
    const base::Error& error() const { return *error_; }

  private:
    void work(const fetch::Download& download, const std::filesystem::path& folder);

    std::thread thread_;
    std::atomic<State> state_ = State::idle;
    std::atomic<bool> is_cancelled_ = false;
    mutable std::mutex mutex_;
    fetch::FetchProgress progress_;
    // Written before state_ says so, and read after.
    std::optional<fetch::Fetched> fetched_;
    std::optional<base::Error> error_;
};

}  // namespace harmattan::app
