#include "fetch/fetch.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <span>
#include <string_view>

#include <fmt/core.h>

#include "base/error.h"
#include "fetch/part_file.h"
#include "fetch/sha256.h"

namespace harmattan::fetch {
namespace {

namespace fs = std::filesystem;

constexpr int most_attempts = 20;  // each must have brought something

std::string megabytes(std::uint64_t bytes) {
    return fmt::format("{:.1f}", static_cast<double>(bytes) / 1e6);
}

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error && !fs::is_directory(folder))
        throw base::Error("fetch.no_folder", {{"folder", folder.string()}, {"reason", error.message()}});
}

Fetched look_at_copy(const Download& download, const fs::path& file) {
    Fetched there{file, fs::file_size(file), sha256_of(file), true, false, Fetched::Check::none};
    const auto recorded = recorded_sha256(file);
    if (download.sha256 && *download.sha256 == there.sha256) {
        there.check = Fetched::Check::known;
    } else if (recorded && *recorded == there.sha256) {
        // It was kept with another checksum than the known one, or none is known.
        there.check = download.sha256 ? Fetched::Check::differs : Fetched::Check::recorded;
    } else if (recorded || download.sha256) {
        throw base::Error("fetch.damaged_copy", {{"path", file.string()}});
    }
    return there;
}

// One file on its way from the server.
class Journey {
  public:
    Journey(const Download& download, const fs::path& target, const FetchOptions& options,
            const OnProgress& on_progress)
        : download_(download),
          options_(options),
          on_progress_(on_progress),
          address_(options.base + download.path),
          part_(target, address_),
          kept_bytes_(part_.size()) {}

    // Until all of the file is there.
    void go();
    PartFile& part() { return part_; }
    bool was_resumed() const { return kept_bytes_ > 0; }
    const std::string& address() const { return address_; }

  private:
    // Thrown when the server does not go on where the part ends.
    struct StartAgain {};

    bool attempt();
    Response ask(Ending& ending);
    void start_again();
    void begin(const Response& response);
    void receive(std::span<const char> bytes);
    void check_size(std::uint64_t bytes) const;
    void check_against_known() const;
    void check_space() const;
    bool go_on() const;
    [[noreturn]] void fail_status(int status) const;

    const Download& download_;
    const FetchOptions& options_;
    const OnProgress& on_progress_;
    const std::string address_;
    PartFile part_;
    std::uint64_t kept_bytes_;
    std::optional<std::uint64_t> whole_size_;
};

void Journey::go() {
    for (int attempts = 1;; ++attempts) {
        const std::uint64_t before = part_.size();
        try {
            if (attempt()) return;
        } catch (const base::Error& error) {
            if (error.key() != "fetch.cancelled") throw;
            throw base::Error("fetch.cancelled",
                              {{"part", part_.path().string()}, {"done", megabytes(part_.size())}});
        }
        const bool has_brought_nothing = part_.size() <= before;
        // Without a mark the next attempt would begin again.
        if (attempts == most_attempts || has_brought_nothing || part_.mark().empty())
            throw base::Error("fetch.broken_off", {{"title", download_.title},
                                                   {"part", part_.path().string()},
                                                   {"done", megabytes(part_.size())},
                                                   {"whole", whole_size_ ? megabytes(*whole_size_) : "?"}});
    }
}

// False when the connection was lost on the way.
bool Journey::attempt() {
    Ending ending = Ending::complete;
    Response response;
    try {
        response = ask(ending);
        if (response.status == 416) {  // nothing lies beyond what is there
            if (response.whole_size == part_.size()) return true;
            throw StartAgain();
        }
    } catch (const StartAgain&) {
        start_again();
        response = ask(ending);
    }
    if (response.status != 200 && response.status != 206) fail_status(response.status);
    return ending == Ending::complete && part_.size() == whole_size_.value_or(part_.size());
}

Response Journey::ask(Ending& ending) {
    const Receiver receiver{[this](const Response& response) { begin(response); },
                            [this](std::span<const char> bytes) { receive(bytes); }, [this] { return go_on(); }};
    return transfer({address_, part_.size(), part_.mark()}, options_.limits, receiver, ending);
}

void Journey::start_again() {
    part_.discard();
    kept_bytes_ = 0;
}

void Journey::begin(const Response& response) {
    const bool is_rest = response.status == 206 && part_.size() > 0;
    if (is_rest && (response.first_byte != part_.size() || response.mark != part_.mark())) throw StartAgain();
    if (response.first_byte > part_.size())
        throw base::Error("fetch.failed", {{"address", address_}, {"reason", "Content-Range"}});
    whole_size_ = response.whole_size;
    if (!is_rest) {
        kept_bytes_ = 0;
        part_.restart(response.mark);
    }
    check_size(whole_size_.value_or(0));
    check_against_known();
    check_space();
}

// Before all of it is fetched for nothing.
void Journey::check_against_known() const {
    if (options_.unchecked || !whole_size_ || !download_.size_bytes || *whole_size_ == *download_.size_bytes)
        return;
    throw base::Error("fetch.wrong_size", {{"title", download_.title},
                                           {"expected", fmt::format("{}", *download_.size_bytes)},
                                           {"found", fmt::format("{}", *whole_size_)}});
}

void Journey::receive(std::span<const char> bytes) {
    check_size(part_.size() + bytes.size());
    part_.append(bytes);
}

void Journey::check_size(std::uint64_t bytes) const {
    if (bytes > options_.limits.most_bytes)
        throw base::Error("fetch.too_large",
                          {{"address", address_}, {"limit", megabytes(options_.limits.most_bytes)}});
}

void Journey::check_space() const {
    if (!whole_size_ || *whole_size_ <= part_.size()) return;
    std::error_code error;
    const fs::path folder = part_.path().parent_path();
    const auto space = fs::space(folder, error);
    const std::uint64_t needed = *whole_size_ - part_.size();
    if (!error && space.available < needed)
        throw base::Error(
            "fetch.no_space",
            {{"folder", folder.string()}, {"needed", megabytes(needed)}, {"free", megabytes(space.available)}});
}

bool Journey::go_on() const {
    if (!on_progress_) return true;
    const std::uint64_t whole = whole_size_.value_or(download_.size_bytes.value_or(0));
    return on_progress_({part_.size(), whole, kept_bytes_});
}

void Journey::fail_status(int status) const {
    if (status == 404 || status == 410)
        throw base::Error("fetch.not_there", {{"title", download_.title}, {"address", address_}});
    throw base::Error("fetch.status", {{"address", address_}, {"status", std::to_string(status)}});
}

std::string beginning_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(60, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

bool begins_as_csv(std::string_view begins) {
    const bool has_controls = std::any_of(begins.begin(), begins.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
    });
    const auto first = begins.find_first_not_of(" \t\r\n");
    return !has_controls && begins.find(',') != std::string_view::npos && begins[first] != '<';
}

// A login page or a notice may come instead of the file, with status 200.
void check_content(const Download& download, const fs::path& part, const std::string& address) {
    const std::string begins = beginning_of(part);
    if (download.is_zip ? begins.starts_with("PK\x03\x04") : begins_as_csv(begins)) return;
    throw base::Error("fetch.not_the_file", {{"address", address}, {"begins", begins}});
}

// The checksum of what came; throws when it is not what was to come.
std::string checked(const Download& download, const fs::path& part, const std::string& address, bool unchecked) {
    check_content(download, part, address);
    std::string sum = sha256_of(part);
    if (!unchecked && download.sha256 && *download.sha256 != sum)
        throw base::Error("fetch.wrong_sum",
                          {{"title", download.title}, {"expected", *download.sha256}, {"found", sum}});
    return sum;
}

// Going on with what is wrong would not make it right.
bool is_not_to_be_kept(const base::Error& error) {
    constexpr std::array<std::string_view, 4> keys{"fetch.too_large", "fetch.wrong_size", "fetch.wrong_sum",
                                                   "fetch.not_the_file"};
    return std::find(keys.begin(), keys.end(), error.key()) != keys.end();
}

Fetched::Check check_of(const Download& download, const std::string& sum) {
    if (!download.sha256) return Fetched::Check::none;
    return *download.sha256 == sum ? Fetched::Check::known : Fetched::Check::differs;
}

}  // namespace

const char* message_key(Fetched::Check check) {
    switch (check) {
        case Fetched::Check::known:
            return "get.check.known";
        case Fetched::Check::recorded:
            return "get.check.recorded";
        case Fetched::Check::differs:
            return "get.check.differs";
        case Fetched::Check::none:
            break;
    }
    return "get.check.none";
}

Fetched fetch(const Download& download, const std::filesystem::path& folder, const FetchOptions& options,
              const OnProgress& on_progress) {
    const fs::path target = folder / download.file_name;
    std::error_code ignored;
    if (!options.force && fs::is_regular_file(target, ignored)) return look_at_copy(download, target);
    make_folder(folder);
    Journey journey(download, target, options, on_progress);
    PartFile& part = journey.part();
    std::string sum;
    try {
        journey.go();
        sum = checked(download, part.path(), journey.address(), options.unchecked);
    } catch (const base::Error& error) {
        if (is_not_to_be_kept(error)) part.discard();
        throw;
    }
    const std::uint64_t size = part.size();
    record_sha256(target, sum);
    part.finish();
    return {target, size, sum, false, journey.was_resumed(), check_of(download, sum)};
}

}  // namespace harmattan::fetch
