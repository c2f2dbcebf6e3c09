#include "io/source_credit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/number_format.h"
#include "events/release_version.h"

namespace harmattan::io {
namespace {

SchemaPtr schema_of(const std::string& dataset, std::span<const SchemaPtr> own_schemas) {
    for (const SchemaPtr& schema : own_schemas)
        if (schema->id == dataset) return schema;
    return embedded_schema(dataset);
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

std::vector<std::uint64_t> rows_by_file(const events::EventTable& table) {
    std::vector<std::uint64_t> rows(table.files().size());
    for (std::size_t row = 0; row < table.size(); ++row)
        if (const auto file = table.origin()[row].file; file < rows.size()) ++rows[file];
    return rows;
}

SourceUse& use_of(std::vector<SourceUse>& uses, const events::EventFile& file,
                  std::span<const SchemaPtr> own_schemas) {
    for (SourceUse& use : uses)
        if (use.dataset == file.dataset) return use;
    SourceUse& use = uses.emplace_back();
    use.dataset = file.dataset;
    use.name = file.dataset_name.empty() ? file.dataset : file.dataset_name;
    if (const SchemaPtr schema = schema_of(file.dataset, own_schemas)) use.terms = schema->terms;
    return use;
}

std::string list_or(const std::vector<std::string>& texts, base::Language language, const char* none_key) {
    if (texts.empty()) return base::message(language, none_key);
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::string days_in_words(std::vector<base::Day> days, base::Language language) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::string words;
    for (const base::Day day : days) words += (words.empty() ? "" : ", ") + base::long_date(day, language);
    return words;
}

std::string named(const SourceUse& source) {
    std::string text = source.name;
    if (!source.versions.empty()) text += fmt::format(" {}", fmt::join(source.versions, ", "));
    return text;
}

}  // namespace

std::vector<SourceUse> sources_of(const events::EventTable& table, std::span<const SchemaPtr> own_schemas) {
    const auto rows = rows_by_file(table);
    std::vector<SourceUse> uses;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == 0) continue;
        const events::EventFile& file = table.files()[i];
        SourceUse& use = use_of(uses, file, own_schemas);
        use.rows += rows[i];
        use.is_provisional |= file.is_provisional;
        add_once(use.versions, file.version);
        add_once(use.files, file.name);
    }
    for (SourceUse& use : uses)
        std::sort(use.versions.begin(), use.versions.end(), [](const std::string& a, const std::string& b) {
            const auto order = events::compare_versions(a, b);
            return order != 0 ? order < 0 : a < b;
        });
    return uses;
}

SourceUse source_of(const ReadReport& report) {
    SourceUse use;
    use.dataset = report.dataset;
    use.name = report.layout;
    add_once(use.versions, report.version);
    use.files.push_back(report.file);
    use.rows = report.kept;
    use.terms = report.terms;
    use.is_provisional = report.is_provisional;
    return use;
}

std::string credit_line(const SourceUse& source, const CreditDetails& details, base::Language language) {
    if (!source.has_terms()) return base::message(language, "credit.name", {{"source", named(source)}});
    std::string line = base::message(
        language, "credit.line",
        {{"source", named(source)}, {"citation", source.terms.citation}, {"licence", source.terms.licence}});
    if (!source.terms.credit_needs_access) return line;
    if (details.accessed.empty()) throw base::Error("credit.access_needed", {{"source", source.name}});
    return line + base::message(language, "credit.access",
                                {{"day", days_in_words(details.accessed, language)},
                                 {"filters", list_or(details.filters, language, "credit.no_filters")},
                                 {"changes", list_or(details.changes, language, "credit.no_changes")}});
}

std::string credit_line(const ReadReport& report, const CreditDetails& details, base::Language language) {
    return credit_line(source_of(report), details, language);
}

std::vector<SourceUse> not_to_be_passed_on(const std::vector<SourceUse>& sources) {
    std::vector<SourceUse> kept_back;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(kept_back),
                 [](const SourceUse& use) { return !use.terms.may_pass_on; });
    return kept_back;
}

}  // namespace harmattan::io
