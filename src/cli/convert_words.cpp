#include "cli/convert_words.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/number_format.h"
#include "cli/text_page.h"

namespace harmattan::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::uint64_t count, const Console& console) {
    return base::grouped(static_cast<std::int64_t>(count), console.language());
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

// Also what earlier conversions of the same rows did.
std::vector<std::string> generalisations_of(const events::EventTable& table) {
    std::vector<std::string> texts;
    for (const events::EventFile& file : table.files())
        if (!file.generalised.empty() && std::find(texts.begin(), texts.end(), file.generalised) == texts.end())
            texts.push_back(file.generalised);
    return texts;
}

std::string words_of(const io::Generalisation& how, const io::Generalised& done, const Console& console) {
    if (how.to == io::Generalisation::To::regions)
        return console.say("convert.to_regions", {{"countries", counted(done.by_country, console)}});
    return console.say("convert.to_cells", {{"size", base::decimal(how.size_km, 3, console.language())},
                                            {"radius", base::decimal(done.radius_km, 1, console.language())}});
}

// What was left out and changed, a sentence each; the file has them too.
std::vector<std::string> account_of(const ConvertOrder& order, const TableToWrite& table, const Console& console) {
    std::vector<std::string> lines;
    const auto add_count = [&](const char* key, std::uint64_t count, const std::string& text = {}) {
        if (count > 0) lines.push_back(console.say(key, {{"count", counted(count, console)}, {"text", text}}));
    };
    lines.push_back(console.say("inspect.records", {{"records", counted(table.records(), console)},
                                                    {"kept", counted(table.kept(), console)},
                                                    {"rejected", counted(table.rejected(), console)}}));
    std::uint64_t doubtful = 0;
    for (const io::ReadReport& report : table.reports) doubtful += report.warning_count;
    add_count("convert.doubtful", doubtful);
    add_count("convert.replaced", table.replaced);
    add_count("convert.missing_from_newer", table.missing_from_newer);
    add_count("convert.beyond_newer", table.beyond_newer);
    add_count("convert.copies", table.copies);
    add_count("convert.outside_days", table.outside_days);
    add_count("convert.outside_extent", table.outside_extent);
    add_count("convert.filtered_out", table.filtered_out,
              order.options.where ? order.options.where->text() : std::string());
    if (!table.coarser || !order.generalise) return lines;
    lines.push_back(words_of(*order.generalise, *table.coarser, console));
    add_count("convert.names_removed", table.coarser->names_removed);
    add_count("convert.left_out", table.coarser->left_out);
    return lines;
}

Json json_of(const CreditedSource& source) {
    const io::SourceUse& use = source.use;
    return {{"dataset", use.dataset},
            {"name", use.name},
            {"versions", use.versions},
            {"rows", use.rows},
            {"provisional", use.is_provisional},
            {"credit", source.credit},
            {"licence", use.terms.licence},
            {"licence_address", use.terms.licence_url},
            {"may_be_passed_on", use.terms.may_pass_on}};
}

Json json_of(const io::Generalisation& how, const io::Generalised& done) {
    return {{"to", how.text()},
            {"radius_km", done.radius_km},
            {"names_removed", done.names_removed},
            {"by_country", done.by_country},
            {"left_out", done.left_out}};
}

Json files_json(const TableToWrite& table) {
    Json files = Json::array();
    for (const io::ReadReport& report : table.reports)
        files.push_back({{"file", report.file},
                         {"layout", report.layout},
                         {"version", report.version},
                         {"records", report.records},
                         {"kept", report.kept},
                         {"rejected", report.rejected},
                         {"doubts", report.warning_count}});
    return files;
}

void add_source(TextPage& page, const CreditedSource& source) {
    const io::SourceTerms& terms = source.use.terms;
    const Console& console = page.console();
    if (source.use.dataset == "table")
        page.sentence(source.credit);
    else
        page.line("convert.credit", {{"credit", source.credit}});
    if (!terms.licence_url.empty())
        page.line("inspect.licence_at", {{"licence", terms.licence}, {"address", terms.licence_url}});
    const bool is_french = console.language() == base::Language::fr;
    const std::string& note = is_french && !terms.note_fr.empty() ? terms.note_fr : terms.note_en;
    if (!note.empty()) page.line("inspect.note", {{"note", note}});
    if (!terms.may_pass_on) page.line("inspect.not_passed_on");
    if (source.use.is_provisional) page.line("inspect.provisional");
}

}  // namespace

std::vector<std::string> filters_in_words(const ConvertOrder& order, const TableToWrite& table,
                                          const Console& console) {
    std::vector<std::string> words;
    const story::SceneOptions& options = order.options;
    // What was chosen before a table of Harmattan's was written stands beside it only.
    for (const io::ReadReport& report : table.reports)
        if (report.dataset == "harmattan")
            words.push_back(console.say("convert.what_it_holds",
                                        {{"file", std::filesystem::path(report.file).filename().string()}}));
    if (options.from) words.push_back(console.say("convert.from", {{"day", base::iso(*options.from)}}));
    if (options.to) words.push_back(console.say("convert.to", {{"day", base::iso(*options.to)}}));
    if (options.extent)
        words.push_back(console.say("convert.extent", {{"extent", geo::to_string(*options.extent)}}));
    if (options.where) words.push_back(options.where->text());
    return words;
}

std::vector<std::string> changes_in_words(const TableToWrite& table, const Console& console) {
    std::vector<std::string> words;
    words.push_back(console.say("convert.change_columns"));
    if (table.rejected() > 0)
        words.push_back(console.say("convert.change_rejected", {{"count", counted(table.rejected(), console)}}));
    if (table.replaced > 0) words.push_back(console.say("convert.change_joined"));
    for (const std::string& how : generalisations_of(table.table))
        words.push_back(console.say("convert.change_coarser", {{"how", how}}));
    return words;
}

void require_rows(const ConvertOrder& order, const TableToWrite& table, const std::optional<std::string>& hint,
                  const Console& console) {
    if (table.table.size() > 0) return;
    std::vector<std::string> reasons = account_of(order, table, console);
    if (hint) reasons.push_back(*hint);
    throw base::Error(
        std::filesystem::exists(order.output) ? "convert.nothing_left_older" : "convert.nothing_left",
        {{"path", order.output}, {"reasons", fmt::format("{}", fmt::join(reasons, "; "))}});
}

io::TableMetadata metadata_of(const ConvertOrder& order, const TableToWrite& table,
                              const std::vector<CreditedSource>& sources, const Console& console) {
    io::TableMetadata metadata;
    std::vector<std::string> names;
    for (const CreditedSource& source : sources) {
        names.push_back(source.use.dataset == "table" ? source.credit : source.use.name);
        metadata.credits.push_back(source.credit);
    }
    metadata.title = console.say("convert.title", {{"sources", joined(names)}});
    metadata.notes = account_of(order, table, console);
    for (const std::string& filter : filters_in_words(order, table, console))
        metadata.notes.push_back(console.say("convert.chosen", {{"filter", filter}}));
    for (const std::string& change : changes_in_words(table, console))
        metadata.notes.push_back(console.say("convert.changed", {{"change", change}}));
    for (const CreditedSource& source : sources) {
        if (source.use.is_provisional) metadata.notes.push_back(console.say("inspect.provisional"));
        if (!source.use.terms.may_pass_on)
            metadata.notes.push_back(console.say("convert.not_onwards", {{"source", source.use.name}}));
    }
    return metadata;
}

std::string as_text(const ConvertOrder& order, const TableToWrite& table,
                    const std::vector<CreditedSource>& sources, const io::EventsWritten& written,
                    const Console& console) {
    TextPage page(console);
    page.heading(console.say("convert.written", {{"path", order.output},
                                                 {"rows", counted(written.rows, console)},
                                                 {"format", io::name_of(order.format)},
                                                 {"bytes", counted(written.bytes, console)}}));
    for (const std::string& line : account_of(order, table, console)) page.sentence(line);
    if (written.guarded > 0) page.line("convert.guarded", {{"count", page.number(written.guarded)}});
    for (std::size_t i = 1; i < written.files.size(); ++i)
        page.line("convert.beside", {{"path", written.files[i].string()}});
    for (const CreditedSource& source : sources) add_source(page, source);
    return std::move(page).done();
}

std::string as_json(const ConvertOrder& order, const TableToWrite& table,
                    const std::vector<CreditedSource>& sources, const io::EventsWritten& written) {
    Json all{{"path", order.output},
             {"format", io::name_of(order.format)},
             {"files", Json::array()},
             {"rows", written.rows},
             {"bytes", written.bytes},
             {"records", table.records()},
             {"kept", table.kept()},
             {"rejected", table.rejected()},
             {"replaced", table.replaced},
             {"missing_from_newer", table.missing_from_newer},
             {"beyond_newer", table.beyond_newer},
             {"copies", table.copies},
             {"outside_days", table.outside_days},
             {"outside_extent", table.outside_extent},
             {"filtered_out", table.filtered_out},
             {"guarded_texts", written.guarded},
             {"generalised", nullptr},
             {"read", files_json(table)},
             {"sources", Json::array()}};
    for (const auto& file : written.files) all["files"].push_back(file.string());
    if (table.coarser && order.generalise) all["generalised"] = json_of(*order.generalise, *table.coarser);
    for (const CreditedSource& source : sources) all["sources"].push_back(json_of(source));
    // In ASCII, so that no text from a file reaches a terminal as a control character.
    return all.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

}  // namespace harmattan::cli
