// Fetching on a thread of its own, so that the window goes on.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/error.h"
#include "fetch/fetch.h"

namespace harmattan::app {

// How a fetching ended: one of the two.
struct FetchEnd {
    std::optional<fetch::Fetched> fetched;
    std::optional<base::Error> fault;
};

class FetchTask {
  public:
    // Begins at once. `wake` is called on the other thread whenever there is something new to see.
    FetchTask(fetch::Download download, std::filesystem::path folder, fetch::FetchOptions options,
              std::function<void()> wake);
    // Cancels it and waits for its end.
    ~FetchTask();
    FetchTask(const FetchTask&) = delete;
    FetchTask& operator=(const FetchTask&) = delete;

    const fetch::Download& download() const { return download_; }
    fetch::FetchProgress progress() const;
    // What has come stays, to be gone on with.
    void cancel() { is_cancelled_ = true; }
    bool is_cancelled() const { return is_cancelled_; }
    // None while it goes on.
    std::optional<FetchEnd> end() const;

  private:
    void work(const std::filesystem::path& folder, const fetch::FetchOptions& options);

    const fetch::Download download_;
    const std::function<void()> wake_;
    std::atomic<bool> is_cancelled_ = false;
    mutable std::mutex mutex_;
    fetch::FetchProgress progress_;
    std::optional<FetchEnd> end_;
    std::thread thread_;  // the last member: it uses all others
};

}  // namespace harmattan::app
