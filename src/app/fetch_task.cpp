#include "app/fetch_task.h"

#include <utility>

namespace harmattan::app {

FetchTask::FetchTask(fetch::Download download, std::filesystem::path folder, fetch::FetchOptions options,
                     std::function<void()> wake)
    : download_(std::move(download)),
      wake_(std::move(wake)),
      thread_([this, folder = std::move(folder), options = std::move(options)] { work(folder, options); }) {}

FetchTask::~FetchTask() {
    cancel();
    thread_.join();
}

fetch::FetchProgress FetchTask::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

std::optional<FetchEnd> FetchTask::end() const {
    const std::lock_guard lock(mutex_);
    return end_;
}

void FetchTask::work(const std::filesystem::path& folder, const fetch::FetchOptions& options) {
    FetchEnd end;
    try {
        end.fetched = fetch::fetch(download_, folder, options, [&](const fetch::FetchProgress& progress) {
            {
                const std::lock_guard lock(mutex_);
                progress_ = progress;
            }
            wake_();
            return !is_cancelled_;
        });
    } catch (const base::Error& error) {
        end.fault = error;
    } catch (const std::exception& error) {
        end.fault = base::Error("app.get.failed", {{"reason", error.what()}});
    }
    {
        const std::lock_guard lock(mutex_);
        end_ = std::move(end);
    }
    wake_();
}

}  // namespace harmattan::app
