#include "io/value_rules.h"

#include "base/error.h"
#include "io/date_order.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

// Calls `look` with every text of the columns, in all rows.
template <typename Look>
void for_every_text(const OpenTable& open, const std::vector<std::size_t>& columns, Look look) {
    const auto table = open();
    while (table->next()) {
        if (table->fault() != RecordFault::none) continue;
        for (const std::size_t column : columns)
            if (column < table->field_count()) look(trimmed(table->field(column)));
    }
}

std::vector<std::size_t> columns_of(const EventLayout& layout, std::initializer_list<EventField> fields) {
    std::vector<std::size_t> columns;
    for (const EventField field : fields)
        if (const auto column = layout.of(field)) columns.push_back(*column);
    return columns;
}

}  // namespace

const DateRules& ValueRules::dates() {
    if (!dates_) decide_dates();
    return *dates_;
}

void ValueRules::decide_dates() {
    DateOrderEvidence evidence;
    for_every_text(open_, columns_of(layout_, {EventField::date_start, EventField::date_end}),
                   [&](std::string_view text) { evidence.add(text); });
    dates_.emplace();
    dates_->excel_serials = evidence.are_excel_serials();
    if (dates_->excel_serials) report_.notes.push_back({"dates.serials", {}});
    dates_->order = date_order_;
    if (date_order_) return;
    const base::NamedValues place{{"file", report_.file},
                                  {"column", layout_.header[*layout_.of(EventField::date_start)]}};
    switch (evidence.verdict()) {
        case DateOrderVerdict::not_needed:
            return;
        case DateOrderVerdict::undecidable:
            throw base::Error("dates.undecidable", {place[0], place[1], {"value", std::string(evidence.first_open())}});
        case DateOrderVerdict::contradictory:
            throw base::Error("dates.contradictory", {place[0],
                                                      place[1],
                                                      {"day_first", std::string(evidence.first_day_first())},
                                                      {"month_first", std::string(evidence.first_month_first())}});
        case DateOrderVerdict::day_first:
            dates_->order = DateOrder::day_first;
            report_.notes.push_back({"dates.day_first", {{"value", std::string(evidence.first_day_first())}}});
            return;
        case DateOrderVerdict::month_first:
            dates_->order = DateOrder::month_first;
            report_.notes.push_back({"dates.month_first", {{"value", std::string(evidence.first_month_first())}}});
            return;
    }
}

const NumberStyle& ValueRules::counts() {
    if (!counts_)
        counts_ = decide_numbers({EventField::best, EventField::low, EventField::high, EventField::weight});
    return *counts_;
}

const NumberStyle& ValueRules::plane() {
    if (!plane_) plane_ = decide_numbers({EventField::x, EventField::y});
    return *plane_;
}

NumberStyle ValueRules::decide_numbers(std::initializer_list<EventField> fields) {
    NumberEvidence evidence;
    for_every_text(open_, columns_of(layout_, fields), [&](std::string_view text) { evidence.add(text); });
    if (const auto style = evidence.style()) return *style;
    throw base::Error("numbers.undecidable",
                      {{"file", report_.file}, {"value", std::string(evidence.first_open())}});
}

}  // namespace harmattan::io
