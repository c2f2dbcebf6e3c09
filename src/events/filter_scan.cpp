#include "events/filter_scan.h"

#include "events/filter_scan_numbers.h"
#include "events/filter_scan_texts.h"

namespace harmattan::events {
namespace {

FilterAnswer answer(bool is_true) {
    return is_true ? FilterAnswer::yes : FilterAnswer::no;
}

}  // namespace

Answers scan(const EventTable& table, const NumberCondition& condition) {
    const auto judge = [&](std::optional<double> value) {
        return value ? answer(condition.test(*value)) : FilterAnswer::unknown;
    };
    return NumberScan(table, judge).of(condition.field);
}

Answers scan(const EventTable& table, const TextCondition& condition) {
    std::string buffer;
    const auto finds = [&](std::string_view text) { return condition.test.finds(text, buffer); };
    Answers answers = scan_texts(table, condition.field, finds);
    if (condition.test.is_contrary()) negate(answers);
    return answers;
}

Answers scan(const EventTable& table, const KnownCondition& condition) {
    if (traits_of(condition.field).kind != FieldKind::text) {
        const auto judge = [&](std::optional<double> value) {
            return answer(value.has_value() == condition.wants_known);
        };
        return NumberScan(table, judge).of(condition.field);
    }
    Answers answers = scan_texts(table, condition.field, [](std::string_view) { return true; });
    for (FilterAnswer& one : answers) one = answer((one == FilterAnswer::yes) == condition.wants_known);
    return answers;
}

}  // namespace harmattan::events
