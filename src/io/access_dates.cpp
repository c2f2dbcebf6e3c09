#include "io/access_dates.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <span>
#include <sstream>

#include <fmt/core.h>

#include "base/error.h"
#include "base/messages.h"
#include "base/pending_file.h"
#include "io/toml_reader.h"

namespace harmattan::io {
namespace {

constexpr std::int64_t file_version = 1;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// A basic string of TOML.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (byte < 0x20 || byte == 0x7f)
            out += fmt::format("\\u{:04x}", byte);
        else
            out += c;
    }
    return out + '"';
}

base::Day required_day(TomlReader& reader, std::string_view key) {
    const auto day = reader.day(key);
    if (!day) reader.fail("toml.missing_key", key);
    return *day;
}

}  // namespace

std::filesystem::path access_dates_file() {
    const char* const config = std::getenv("XDG_CONFIG_HOME");
    if (config != nullptr && config[0] == '/') return std::filesystem::path(config) / "harmattan" / "credits.toml";
    const char* const home = std::getenv("HOME");
    if (home == nullptr || home[0] == '\0') return {};
    return std::filesystem::path(home) / ".config" / "harmattan" / "credits.toml";
}

AccessDates::AccessDates(std::filesystem::path file) : file_(std::move(file)) {
    std::error_code ignored;
    if (file_.empty() || !std::filesystem::exists(file_, ignored)) return;
    const auto fail = [&](const std::string& en, const std::string& fr) {
        throw base::Error("credits.unreadable", {{"file", file_.string()}, {"reason_en", en}, {"reason_fr", fr}});
    };
    try {
        const toml::table table = toml::parse(text_of(file_));
        TomlReader root(table, file_.string(), "");
        if (root.integer("version") != file_version) root.fail("toml.missing_key", "version");
        for (TomlReader entry : root.tables("access")) {
            entries_.push_back({entry.required_text("dataset"), entry.required_text("file"),
                                entry.integer("bytes").value_or(-1), required_day(entry, "accessed")});
            entry.refuse_other_keys();
        }
        root.refuse_other_keys();
    } catch (const toml::parse_error& error) {
        fail(std::string(error.description()), std::string(error.description()));
    } catch (const base::Error& error) {
        fail(base::words(base::Language::en, error), base::words(base::Language::fr, error));
    }
}

AccessDates::Entry AccessDates::entry_for(const std::string& dataset, const std::filesystem::path& data_file) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(data_file, ignored);
    const auto path = std::filesystem::weakly_canonical(data_file, ignored);
    return {dataset, path.string(), ignored ? -1 : static_cast<std::int64_t>(bytes), {}};
}

std::optional<base::Day> AccessDates::find(const std::string& dataset,
                                           const std::filesystem::path& data_file) const {
    const Entry wanted = entry_for(dataset, data_file);
    for (const Entry& entry : entries_)
        if (entry.is_of_same_file(wanted)) return entry.accessed;
    return std::nullopt;
}

void AccessDates::remember(const std::string& dataset, const std::filesystem::path& data_file,
                           base::Day accessed) {
    if (file_.empty()) return;
    Entry entry = entry_for(dataset, data_file);
    entry.accessed = accessed;
    // What is known of another download under this name is of no use any more.
    std::erase_if(entries_,
                  [&](const Entry& known) { return known.dataset == entry.dataset && known.file == entry.file; });
    entries_.push_back(std::move(entry));
    write();
}

void AccessDates::write() const {
    std::string text = fmt::format(
        "# When data files were fetched whose credit must say so. Harmattan asks once and keeps it here.\n"
        "version = {}\n",
        file_version);
    for (const Entry& entry : entries_)
        text += fmt::format("\n[[access]]\ndataset = {}\nfile = {}\nbytes = {}\naccessed = {}\n",
                            quoted(entry.dataset), quoted(entry.file), entry.bytes, base::iso(entry.accessed));
    std::error_code ignored;  // writing says what is wrong
    std::filesystem::create_directories(file_.parent_path(), ignored);
    base::write_whole(file_, std::as_bytes(std::span(text)));
}

}  // namespace harmattan::io
