// What a report says: the source and how it was read, and the account of the records.
#include <algorithm>

#include "cli/facts_writers.h"
#include "cli/text_page.h"

namespace harmattan::cli {
namespace {

constexpr std::size_t rows_told = 20;

using Counts = std::vector<std::pair<std::uint64_t, std::string>>;

void add_terms(TextPage& page, const io::SourceTerms& terms) {
    if (!terms.citation.empty()) page.line("inspect.citation", {{"citation", terms.citation}});
    if (!terms.licence.empty() && !terms.licence_url.empty())
        page.line("inspect.licence_at", {{"licence", terms.licence}, {"address", terms.licence_url}});
    else if (!terms.licence.empty())
        page.line("inspect.licence", {{"licence", terms.licence}});
    const bool is_french = page.console().language() == base::Language::fr;
    const std::string& note = is_french && !terms.note_fr.empty() ? terms.note_fr : terms.note_en;
    if (!note.empty()) page.line("inspect.note", {{"note", note}});
    if (!terms.may_pass_on) page.line("inspect.not_passed_on");
}

std::string source_of(const io::ReadReport& report) {
    return report.version.empty() ? report.layout : report.layout + ' ' + report.version;
}

void add_columns(TextPage& page, const io::ReadReport& report) {
    std::vector<std::pair<std::string, std::string>> used;
    for (const io::ColumnUse& use : report.event_columns) {
        std::string column = "<- " + use.column;
        if (use.chosen == io::ColumnChoice::by_mapping) column += ' ' + page.console().say("inspect.given");
        if (use.chosen == io::ColumnChoice::by_guess) column += ' ' + page.console().say("inspect.guessed");
        used.emplace_back(use.field, std::move(column));
    }
    page.line("inspect.columns_used");
    page.pairs(used);
    if (report.columns_ignored.empty()) return;
    std::string list;
    for (const std::string& name : report.columns_ignored)
        list += (list.empty() ? "" : ", ") + (name.empty() ? page.console().say("inspect.no_name") : name);
    page.line("inspect.columns_ignored", {{"list", list}});
}

void add_reasons(TextPage& page, const std::map<std::string, std::uint64_t>& reasons) {
    Counts counts;
    for (const auto& [key, count] : reasons)
        counts.emplace_back(count, io::reason_words(page.console().language(), key));
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    page.counts(counts);
}

void add_listed(TextPage& page, const char* heading, const std::vector<io::RowProblem>& listed, std::uint64_t all,
                Rows rows) {
    if (listed.empty()) return;
    page.line(heading);
    const std::size_t told = rows == Rows::all ? listed.size() : std::min(rows_told, listed.size());
    for (std::size_t i = 0; i < told; ++i) page.long_text(io::words(page.console().language(), listed[i]));
    if (told < listed.size())
        page.line("inspect.more_rows", {{"count", page.number(all - told)}});
    else if (told < all)
        page.line("inspect.unlisted_rows", {{"count", page.number(all - told)}});
}

}  // namespace

void add_source(TextPage& page, const io::ReadReport& report) {
    const bool is_known = report.dataset != "table";
    page.line(is_known ? "inspect.source" : "inspect.no_source",
              {{"source", source_of(report)}, {"why", page.console().say(report.why_key, report.why_values)}});
    if (report.is_provisional) page.line("inspect.provisional");
    page.line("inspect.format", {{"format", report.format}});
    add_terms(page, report.terms);
    if (!report.notes.empty()) page.line("inspect.notes");
    for (const io::ReadingNote& note : report.notes) page.text(io::words(page.console().language(), note));
    add_columns(page, report);
}

void add_account(TextPage& page, const io::ReadReport& report) {
    page.line("inspect.records", {{"records", page.number(report.records)},
                                  {"kept", page.number(report.kept)},
                                  {"rejected", page.number(report.rejected)}});
    if (!report.rejected_by_reason.empty()) {
        page.line("inspect.rejected_by_reason");
        add_reasons(page, report.rejected_by_reason);
    }
    if (report.warnings_by_reason.empty()) return;
    page.line("inspect.warnings_by_reason", {{"count", page.number(report.warning_count)}});
    add_reasons(page, report.warnings_by_reason);
}

void add_rows(TextPage& page, const io::ReadReport& report, Rows rows) {
    add_listed(page, "inspect.rejected", report.problems, report.rejected, rows);
    add_listed(page, "inspect.warnings", report.warnings, report.warning_count, rows);
}

}  // namespace harmattan::cli
