#include "app/get_data.h"

#include "base/number_format.h"
#include "fetch/data_folder.h"

namespace harmattan::app {

fetch::Download GetData::download() const {
    return dataset == Dataset::ged_release ? fetch::ged_release(version) : fetch::candidate_month(month);
}

void GetData::start(std::function<void()> wake) {
    if (task_) return;
    fault_.reset();
    fetched_.reset();
    try {
        task_ =
            std::make_unique<FetchTask>(download(), fetch::data_folder(), fetch::FetchOptions{}, std::move(wake));
    } catch (const base::Error& error) {
        fault_ = error;
    }
}

void GetData::cancel() {
    if (task_) task_->cancel();
}

std::optional<std::filesystem::path> GetData::take_file() {
    if (!task_) return std::nullopt;
    auto end = task_->end();
    if (!end) return std::nullopt;
    task_.reset();
    fault_ = std::move(end->fault);
    fetched_ = std::move(end->fetched);
    return fetched_ ? std::optional(fetched_->file) : std::nullopt;
}

std::string words_of(base::Language language, const fetch::FetchProgress& progress) {
    const auto grouped = [&](std::uint64_t bytes) {
        return base::grouped(static_cast<std::int64_t>(bytes), language);
    };
    if (progress.whole_bytes == 0)
        return base::message(language, "app.get.progress_open", {{"done", grouped(progress.done_bytes)}});
    return base::message(language, progress.kept_bytes > 0 ? "app.get.progress_resumed" : "app.get.progress",
                         {{"done", grouped(progress.done_bytes)},
                          {"whole", grouped(progress.whole_bytes)},
                          {"kept", grouped(progress.kept_bytes)}});
}

std::string checksum_words(base::Language language, const fetch::Fetched& fetched) {
    return base::message(language, fetch::message_key(fetched.check), {{"sum", fetched.sha256}});
}

}  // namespace harmattan::app
