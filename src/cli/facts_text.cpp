#include <fmt/core.h>

#include "base/messages.h"
#include "base/number_format.h"
#include "cli/facts_writers.h"

namespace harmattan::cli {
namespace {

constexpr const char* type_keys[events::violence_type_count] = {"legend.type.state_based", "legend.type.non_state",
                                                                "legend.type.one_sided", "legend.type.unknown"};

// Lines of "  name: value".
class Page {
  public:
    explicit Page(const Console& console) : console_(console) {}

    void heading(const std::string& line) { text_ += line + '\n'; }
    void line(std::string_view key, const base::NamedValues& values) {
        text_ += "  " + console_.say(key, values) + '\n';
    }
    void item(const std::string& line) { text_ += "    " + line + '\n'; }
    std::string number(std::uint64_t value) const {
        return base::grouped(static_cast<std::int64_t>(value), console_.language());
    }
    const Console& console() const { return console_; }
    std::string done() && {
        if (text_.ends_with('\n')) text_.pop_back();
        return std::move(text_);
    }

  private:
    const Console& console_;
    std::string text_;
};

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& entry : list) text += (text.empty() ? "" : ", ") + entry;
    return text;
}

void add_counts(Page& page, const TableFacts& facts) {
    std::vector<std::string> types, countries;
    for (std::size_t type = 0; type < facts.by_type.size(); ++type)
        if (facts.by_type[type] > 0)
            types.push_back(
                fmt::format("{} {}", page.console().say(type_keys[type]), page.number(facts.by_type[type])));
    for (const auto& [name, count] : facts.by_country)
        countries.push_back(fmt::format("{} {}", name.empty() ? page.console().say("inspect.not_given") : name,
                                        page.number(count)));
    page.line("inspect.types", {{"list", joined(types)}});
    page.line("inspect.countries", {{"list", joined(countries)}});
}

void add_missing(Page& page, const io::ReadReport& report) {
    page.line("inspect.missing", {{"where", page.number(report.where_precision_missing)},
                                  {"date", page.number(report.date_precision_missing)},
                                  {"best", page.number(report.best_missing)},
                                  {"kept", page.number(report.kept)}});
}

void add_rows(Page& page, const io::ReadReport& report) {
    if (!report.problems.empty()) page.line("inspect.rejected", {});
    for (const io::RowProblem& problem : report.problems) page.item(io::words(page.console().language(), problem));
    if (report.warning_count > 0)
        page.line("inspect.warnings",
                  {{"count", page.number(report.warning_count)}, {"listed", page.number(report.warnings.size())}});
    for (const io::RowProblem& problem : report.warnings) page.item(io::words(page.console().language(), problem));
}

void add_table(Page& page, const FileFacts& file, const TableFacts& facts) {
    const io::ReadReport& report = facts.report;
    const bool has_events = file.kind == "events";
    if (!has_events && facts.geometry.empty())
        return page.line("inspect.layer_without_geometry", {{"layer", facts.layer}});
    if (!has_events)
        page.line("inspect.layer", {{"layer", facts.layer},
                                    {"geometry", page.console().say("inspect.geometry." + facts.geometry)}});
    page.line("inspect.layout", {{"layout", report.layout}});
    page.line("inspect.records", {{"records", page.number(report.records)},
                                  {"kept", page.number(report.kept)},
                                  {"rejected", page.number(report.rejected)}});
    if (has_events)
        page.line("inspect.days", {{"first", base::iso(facts.days.first)}, {"last", base::iso(facts.days.last)}});
    if (facts.extent) page.line("inspect.extent", {{"extent", geo::to_string(*facts.extent)}});
    if (has_events) {
        add_counts(page, facts);
        add_missing(page, report);
        page.line("inspect.columns_used", {{"list", joined(report.columns_used)}});
        page.line("inspect.columns_ignored", {{"list", joined(report.columns_ignored)}});
    } else {
        page.line("inspect.columns", {{"list", joined(facts.columns)}});
    }
    add_rows(page, report);
}

}  // namespace

std::string as_text(const FileFacts& facts, const Console& console) {
    Page page(console);
    page.heading(console.say("inspect.file." + facts.kind, {{"file", facts.file}}));
    for (const std::string& named : facts.story_files) page.item(base::printable(named));
    for (const TableFacts& table : facts.tables) add_table(page, facts, table);
    return std::move(page).done();
}

}  // namespace harmattan::cli
