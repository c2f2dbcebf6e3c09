// Getting published data: which release or month, whether it is on its way, and how it ended. Nothing is fetched
// before start().
#pragma once

#include <memory>
#include <string>

#include "app/fetch_task.h"
#include "base/messages.h"

namespace harmattan::app {

enum class Dataset { ged_release, candidate_month };

class GetData {
  public:
    GetData() = default;
    // With the last month that should be out by then.
    explicit GetData(base::Day today) : month(fetch::newest_candidate_month(today)) {}

    Dataset dataset = Dataset::ged_release;
    // Of UCDP GED: "25.1". At first the newest.
    std::string version = fetch::newest_ged_version();
    // Of UCDP Candidate: "2025-06".
    std::string month = fetch::oldest_candidate_month();

    // Of the data set chosen. Throws Error "fetch.version_unreadable", "fetch.month_unreadable".
    fetch::Download download() const;
    bool is_running() const { return task_ != nullptr; }
    const FetchTask* task() const { return task_.get(); }

    // Asks the network, for the first time. Where it cannot begin, fault() says why.
    void start(std::function<void()> wake);
    void cancel();
    // When the task has ended since the last call: the file to open, if there is one.
    std::optional<std::filesystem::path> take_file();

    const std::optional<base::Error>& fault() const { return fault_; }
    const std::optional<fetch::Fetched>& fetched() const { return fetched_; }

  private:
    std::unique_ptr<FetchTask> task_;
    std::optional<base::Error> fault_;
    std::optional<fetch::Fetched> fetched_;
};

// What has come of it: "12.3 of 39.0 MB", with what an earlier attempt had brought.
std::string words_of(base::Language language, const fetch::FetchProgress& progress);
// The checksum, and with what it was compared.
std::string checksum_words(base::Language language, const fetch::Fetched& fetched);

}  // namespace harmattan::app
