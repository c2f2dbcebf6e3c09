#include "fetch/catalogue.h"

#include <cstdlib>
#include <utility>

#include <toml++/toml.h>

#include "base/error.h"
#include "base/resources.h"

namespace harmattan::fetch {
namespace {

// The file is embedded and tested: what is missing in it is a mistake of ours, and is empty here.
std::string text_at(const toml::node_view<const toml::node>& node) {
    return node.value_or(std::string());
}

const toml::table& catalogue() {
    static const toml::table parsed = toml::parse(base::resource_text("data/downloads.toml"));
    return parsed;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string replaced(std::string text, std::string_view placeholder, std::string_view value) {
    if (const auto at = text.find(placeholder); at != std::string::npos)
        text.replace(at, placeholder.size(), value);
    return text;
}

Download described_by(const toml::table& source, std::string_view version, std::string path) {
    Download download;
    download.title = replaced(text_at(source["title"]), "{version}", version);
    download.file_name = path.substr(path.find('/') + 1);
    download.is_zip = path.ends_with(".zip");
    download.path = std::move(path);
    const auto ucdp = std::as_const(catalogue())["ucdp"];
    download.licence = text_at(ucdp["licence"]);
    download.licence_address = text_at(ucdp["licence_address"]);
    return download;
}

void add_release(Download& download, const toml::table& release) {
    if (const auto citation = text_at(release["citation"]); !citation.empty())
        download.citations.push_back(citation);
    if (const auto bytes = release["bytes"].value<std::int64_t>())
        download.size_bytes = static_cast<std::uint64_t>(*bytes);
    if (const auto sha256 = release["sha256"].value<std::string>()) download.sha256 = *sha256;
}

const toml::table& source_named(const char* name) {
    return *catalogue()[name].as_table();
}

}  // namespace

std::string newest_ged_version() {
    return text_at(source_named("ged")["newest"]);
}

std::string oldest_ged_version() {
    return text_at(source_named("ged")["oldest"]);
}

std::string newest_candidate_month(base::Day today) {
    const auto appears_on = source_named("candidate")["appears_on"].value_or(1);
    const bool is_out = base::civil_of(today).day >= appears_on;
    return base::iso(base::add_months(today, is_out ? -1 : -2)).substr(0, 7);
}

std::string oldest_candidate_month() {
    return text_at(source_named("candidate")["oldest"]);
}

Download ged_release(std::string_view version) {
    const toml::table& ged = source_named("ged");
    const std::string newest = newest_ged_version();
    if (version.empty()) version = newest;
    const std::string oldest = oldest_ged_version();
    const auto dot = version.find('.');
    const bool is_readable = dot == 2 && version.size() == 4 && is_number(version.substr(0, 2)) &&
                             is_number(version.substr(3)) && version >= oldest;
    if (!is_readable)
        throw base::Error("fetch.version_unreadable",
                          {{"text", std::string(version)}, {"oldest", oldest}, {"newest", newest}});
    const std::string digits = std::string(version.substr(0, 2)) + std::string(version.substr(3));
    Download download = described_by(ged, version, replaced(text_at(ged["file"]), "{digits}", digits));
    if (const toml::array* releases = ged["release"].as_array())
        for (const toml::node& node : *releases)
            if (const toml::table* release = node.as_table(); text_at((*release)["version"]) == version)
                add_release(download, *release);
    download.citations.push_back(text_at(ged["citation"]));
    return download;
}

Download candidate_month(std::string_view month) {
    const toml::table& candidate = source_named("candidate");
    const std::string oldest = oldest_candidate_month();
    const bool is_readable = month.size() == 7 && month[4] == '-' && is_number(month.substr(0, 4)) &&
                             is_number(month.substr(5)) && month.substr(5) >= "01" && month.substr(5) <= "12" &&
                             month >= oldest && month.starts_with("20");
    if (!is_readable)
        throw base::Error("fetch.month_unreadable", {{"text", std::string(month)}, {"oldest", oldest}});
    const auto number = month[5] == '0' ? month.substr(6) : month.substr(5);
    std::string path = replaced(text_at(candidate["file"]), "{year}", month.substr(2, 2));
    Download download = described_by(candidate, month, replaced(std::move(path), "{month}", number));
    download.is_provisional = true;
    download.citations.push_back(text_at(candidate["citation"]));
    return download;
}

bool is_loopback(std::string_view address) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!address.starts_with(scheme)) continue;
        const auto rest = address.substr(scheme.size());
        for (const std::string_view host : {"127.0.0.1", "[::1]"})
            // What follows the host must end it: "127.0.0.1.example.org" and "127.0.0.1@example.org" are other
            // hosts.
            if (rest.starts_with(host) && (rest.size() == host.size() || rest[host.size()] == '/' ||
                                           (rest[host.size()] == ':' && rest.find('@') == std::string_view::npos)))
                return true;
    }
    return false;
}

std::string base_address() {
    const char* const named = std::getenv("HARMATTAN_DOWNLOAD_BASE");
    if (named == nullptr || *named == '\0') return text_at(source_named("ucdp")["base"]);
    std::string base = named;
    if (!is_loopback(base)) throw base::Error("fetch.base_not_here", {{"address", base}});
    if (!base.ends_with('/')) base += '/';
    return base;
}

}  // namespace harmattan::fetch
