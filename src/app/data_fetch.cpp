#include "app/data_fetch.h"

namespace harmattan::app {

DataFetch::~DataFetch() {
    cancel();
    if (thread_.joinable()) thread_.join();
}

void DataFetch::start(fetch::Download download, std::filesystem::path folder) {
    if (thread_.joinable()) thread_.join();
    is_cancelled_ = false;
    progress_ = {};
    fetched_.reset();
    error_.reset();
    state_ = State::running;
    thread_ = std::thread(
        [this, download = std::move(download), folder = std::move(folder)] { work(download, folder); });
}

void DataFetch::work(const fetch::Download& download, const std::filesystem::path& folder) {
    try {
        fetched_ = fetch::fetch(download, folder, {}, [this](const fetch::FetchProgress& progress) {
            const std::lock_guard lock(mutex_);
            progress_ = progress;
            return !is_cancelled_;
        });
        state_ = State::done;
    } catch (const base::Error& error) {
        error_ = error;
        state_ = State::failed;
    } catch (const std::exception& error) {
        error_ = base::Error("fetch.failed", {{"address", download.title}, {"reason", error.what()}});
        state_ = State::failed;
    }
}

fetch::FetchProgress DataFetch::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

}  // namespace harmattan::app
