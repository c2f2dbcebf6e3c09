#include "io/value_rules.h"

#include "base/error.h"
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

DateRules ValueRules::decide_dates() {
    DateOrderEvidence evidence;
    for_every_text(open_, columns_of(layout_, {EventField::date_start, EventField::date_end}),
                   [&](std::string_view text) { evidence.add(text); });
    DateRules rules = evidence.rules();
    date_notes_.clear();
    if (rules.excel_serials) date_notes_.push_back({"dates.serials", {}});
    if (order_) rules.order = order_;
    if (order_ || evidence.verdict() == OrderVerdict::not_needed) return rules;
    if (evidence.verdict() != OrderVerdict::decided) refuse(evidence);
    constexpr std::array keys{"dates.day_first", "dates.month_first", "dates.year_first"};
    date_notes_.push_back(
        {keys[static_cast<std::size_t>(*rules.order)], {{"value", evidence.speaking_for(*rules.order).example}}});
    return rules;
}

void ValueRules::refuse(const DateOrderEvidence& evidence) const {
    const std::string& column = layout_.header[*layout_.of(EventField::date_start)];
    if (evidence.verdict() == OrderVerdict::undecidable)
        throw base::Error("dates.undecidable",
                          {{"file", file_}, {"column", column}, {"value", evidence.ambiguous().example}});
    std::vector<std::string> examples;
    for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first, DateOrder::year_first})
        if (const auto& speaking = evidence.speaking_for(order); speaking.texts > 0)
            examples.push_back(speaking.example);
    if (examples.size() < 2) examples.push_back(evidence.ambiguous().example);
    throw base::Error("dates.contradictory",
                      {{"file", file_}, {"column", column}, {"first", examples[0]}, {"second", examples[1]}});
}

const NumberStyle& ValueRules::counts() {
    return counts_.get([this] {
        return decide_numbers({EventField::best, EventField::low, EventField::high, EventField::weight},
                              NumberKind::count);
    });
}

const NumberStyle& ValueRules::degrees() {
    return degrees_.get([this] {
        return decide_numbers({EventField::latitude, EventField::longitude, EventField::coordinates},
                              NumberKind::decimal);
    });
}

const NumberStyle& ValueRules::plane() {
    return plane_.get([this] { return decide_numbers({EventField::x, EventField::y}, NumberKind::decimal); });
}

NumberStyle ValueRules::decide_numbers(std::initializer_list<EventField> fields, NumberKind kind) const {
    NumberEvidence evidence;
    for_every_text(open_, columns_of(layout_, fields), [&](std::string_view text) { evidence.add(text); });
    if (const auto style = evidence.style(kind)) return *style;
    const CountedExample& comma = evidence.ambiguous(DecimalMark::comma);
    if (evidence.verdict(kind) == StyleVerdict::undecidable && fields.begin()[0] == EventField::latitude)
        return {DecimalMark::comma, GroupMark::none};  // no latitude has thousands
    if (evidence.verdict(kind) == StyleVerdict::undecidable)
        throw base::Error("numbers.undecidable", {{"file", file_}, {"value", comma.example}});
    // A few of many are slips: the column is read in the style of the most, and the others one by one.
    const bool is_mostly_comma =
        evidence.speaking_for(DecimalMark::comma).texts > evidence.speaking_for(DecimalMark::point).texts;
    if (kind == NumberKind::decimal && is_mostly_comma) return {DecimalMark::comma, GroupMark::none};
    return {};  // what does not fit is rejected row by row
}

}  // namespace harmattan::io
