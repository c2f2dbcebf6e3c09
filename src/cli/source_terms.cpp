#include "cli/source_terms.h"

#include <algorithm>

#include "base/error.h"
#include "cli/error_words.h"
#include "cli/question.h"
#include "cli/shared_options.h"
#include "io/access_dates.h"
#include "io/postgis.h"

namespace harmattan::cli {
namespace {

constexpr int most_tries = 3;

bool is_yes(std::string answer) {
    std::transform(answer.begin(), answer.end(), answer.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return answer == "y" || answer == "yes" || answer == "o" || answer == "oui";
}

base::Day ask_day(const io::SourceUse& source, const std::string& file, const Console& console) {
    const std::string question = console.say("convert.ask_accessed", {{"source", source.name}, {"file", file}});
    for (int tried = 0; tried < most_tries; ++tried) {
        const auto answer = ask(console, question);
        if (!answer) break;
        try {
            return parse_accessed(*answer);
        } catch (const base::Error& error) {
            console.tell(full_words(console.language(), error));
        }
    }
    throw base::Error("credit.access_needed", {{"source", source.name}});
}

// Rows of a source stand in its own files and in Harmattan's tables.
bool may_hold(const io::ReadReport& report, const io::SourceUse& source) {
    return report.dataset == source.dataset || report.dataset == "harmattan";
}

}  // namespace

void require_leave(std::span<const io::SourceUse> sources, const TermsAnswers& answers, const std::string& output,
                   const Console& console) {
    for (const io::SourceUse& source : io::not_to_be_passed_on({sources.begin(), sources.end()})) {
        if (answers.may_be_passed_on) continue;
        const base::NamedValues values{
            {"path", output}, {"source", source.name}, {"licence", source.terms.licence}};
        const auto answer =
            answers.may_ask ? ask(console, console.say("convert.ask_leave", values)) : std::nullopt;
        if (!answer || !is_yes(*answer)) throw base::Error("convert.not_passed_on", values);
    }
}

std::vector<base::Day> access_days(const io::SourceUse& source, std::span<const io::ReadReport> reports,
                                   const TermsAnswers& answers, const Console& console) {
    std::vector<base::Day> days;
    if (!source.terms.credit_needs_access) return days;
    io::AccessDates known;
    for (const io::ReadReport& report : reports) {
        if (!may_hold(report, source)) continue;
        const bool is_kept = !io::is_postgis(report.file);
        std::optional<base::Day> day = answers.accessed;
        if (!day && is_kept) day = known.find(source.dataset, report.file);
        if (!day && !answers.may_ask) throw base::Error("credit.access_needed", {{"source", source.name}});
        if (!day) day = ask_day(source, report.file, console);
        if (is_kept && known.find(source.dataset, report.file) != day)
            known.remember(source.dataset, report.file, *day);
        days.push_back(*day);
    }
    return days;
}

base::Day parse_accessed(const std::string& text) {
    const base::Day day = parse_day(text);
    // Somewhere it is already tomorrow.
    if (today() + 1 < day) throw base::Error("convert.accessed_later", {{"text", text}});
    return day;
}

}  // namespace harmattan::cli
