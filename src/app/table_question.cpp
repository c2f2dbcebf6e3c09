#include "app/table_question.h"

#include <algorithm>

#include "base/error.h"
#include "geo/projection.h"
#include "io/column_words.h"
#include "io/utf8_text.h"

namespace harmattan::app {
namespace {

using io::EventField;

constexpr std::size_t rows_shown = 10;

// In the order in which they are asked for: what is needed first.
constexpr EventField asked[] = {EventField::date_start,
                                EventField::latitude,
                                EventField::longitude,
                                EventField::best,
                                EventField::low,
                                EventField::high,
                                EventField::country,
                                EventField::side_a,
                                EventField::side_b,
                                EventField::id,
                                EventField::date_end,
                                EventField::year,
                                EventField::month,
                                EventField::day,
                                EventField::coordinates,
                                EventField::x,
                                EventField::y,
                                EventField::type,
                                EventField::date_precision,
                                EventField::where_precision,
                                EventField::place,
                                EventField::district,
                                EventField::region,
                                EventField::conflict,
                                EventField::dyad,
                                EventField::category,
                                EventField::subcategory,
                                EventField::source,
                                EventField::second_source,
                                EventField::note,
                                EventField::weight};

std::optional<io::EventLayout> layout_of(const io::TableSample& sample, const io::LayoutOptions& options) {
    try {
        return io::find_layout(sample, options);
    } catch (const base::Error& error) {
        // A person may know what no guess could find.
        if (error.key() == "csv.missing_column" || error.key() == "map.nothing_known") return std::nullopt;
        throw;
    }
}

bool is_given(const io::LayoutOptions& options) {
    return options.schema || !options.mapping.empty() || options.mapping_only;
}

bool is_known(const io::EventLayout& layout) {
    return layout.schema->id != "table";
}

void even_out(std::vector<std::vector<std::string>>& rows, std::size_t columns) {
    if (rows.size() > rows_shown) rows.resize(rows_shown);
    for (auto& row : rows) row.resize(columns);
}

std::string_view words_of(io::DateOrder order) {
    return order == io::DateOrder::day_first     ? "day-first"
           : order == io::DateOrder::month_first ? "month-first"
                                                 : "year-first";
}

}  // namespace

TableQuestion::TableQuestion(std::filesystem::path file, io::EventReadOptions options)
    : order(options.date_order),
      crs(options.crs.value_or("")),
      file_(std::move(file)),
      options_(std::move(options)),
      input_(io::open_event_input(file_, options_)),
      sample_(io::sample_of(input_)) {}

std::optional<TableQuestion> TableQuestion::about(const std::filesystem::path& file,
                                                  const io::EventReadOptions& options) {
    if (is_given(options.layout)) return std::nullopt;
    try {
        if (!io::holds_events(file, io::identify(file), options)) return std::nullopt;
        TableQuestion question(file, options);
        const auto layout = layout_of(question.sample_, options.layout);
        // Where nothing was guessed there is no note: every column has its field's own name.
        if (layout && (is_known(*layout) || layout->notes.empty())) return std::nullopt;
        question.guess(layout);
        question.look_at_dates();
        even_out(question.sample_.rows, question.header().size());
        return question;
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

TableQuestion TableQuestion::about_dates(const std::filesystem::path& file, const io::EventReadOptions& options) {
    TableQuestion question(file, options);
    const auto layout = layout_of(question.sample_, options.layout);
    for (const EventField field : asked)
        if (layout) question.fields_.push_back({field, layout->of(field), layout->of(field), {}});
    question.look_at_dates();
    even_out(question.sample_.rows, question.header().size());
    return question;
}

void TableQuestion::guess(const std::optional<io::EventLayout>& layout) {
    asks_columns_ = true;
    const auto guessed = io::guess_columns(sample_.header, sample_.rows);
    for (const EventField field : asked) {
        FieldChoice choice{field, {}, {}, {}};
        const auto* found = guessed.of(io::name_of(field));
        // "actor" is a name for either side.
        if (found == nullptr && field == EventField::side_a) found = guessed.of("actor");
        if (layout)
            choice.column = layout->of(field);
        else if (found != nullptr && found->confidence >= 0.5)
            choice.column = found->column;
        if (found != nullptr && choice.column == found->column) choice.reason = {found->reason_key, found->values};
        choice.guessed = choice.column;
        fields_.push_back(std::move(choice));
    }
}

std::optional<std::size_t> TableQuestion::column_of(EventField field) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const FieldChoice& choice) { return choice.field == field; });
    return found == fields_.end() ? std::nullopt : found->column;
}

void TableQuestion::choose(std::size_t field, std::optional<std::size_t> column) {
    const auto dates_before = std::pair(column_of(EventField::date_start), column_of(EventField::date_end));
    for (auto& other : fields_)
        if (column && other.column == column) other.column.reset();
    fields_.at(field).column = column;
    if (dates_before != std::pair(column_of(EventField::date_start), column_of(EventField::date_end)))
        look_at_dates();
}

// All rows: a number over 12 may come late.
void TableQuestion::look_at_dates() {
    ambiguous_.clear();
    const auto first = column_of(EventField::date_start), last = column_of(EventField::date_end);
    if (!first) return;
    io::DateOrderEvidence evidence;
    const auto table = input_.open();
    while (table->next()) {
        if (table->fault() != io::RecordFault::none) continue;
        for (const auto& column : {first, last})
            if (column && *column < table->field_count()) evidence.add(io::trimmed(table->field(*column)));
    }
    if (evidence.verdict() == io::OrderVerdict::undecidable) ambiguous_ = evidence.ambiguous().example;
}

bool TableQuestion::asks_crs() const {
    return asks_columns_ && column_of(EventField::x) && column_of(EventField::y);
}

std::string TableQuestion::missing() const {
    const auto has = [&](EventField field) { return column_of(field).has_value(); };
    if (asks_columns_) {
        if (!has(EventField::date_start) && !has(EventField::year)) return "app.table.needs_date";
        const bool has_degrees = has(EventField::latitude) && has(EventField::longitude);
        const bool has_plane = has(EventField::x) && has(EventField::y);
        if (!has_degrees && !has_plane && !has(EventField::coordinates) && !sample_.has_points)
            return "app.table.needs_place";
    }
    if (asks_order() && !order) return "app.table.needs_order";
    if (!asks_crs()) return {};
    if (crs.empty()) return "app.table.needs_crs";
    try {
        geo::Projection::from_text(crs);
    } catch (const base::Error&) {
        return "app.table.unknown_crs";
    }
    return {};
}

io::EventReadOptions TableQuestion::answer() const {
    io::EventReadOptions answered = options_;
    if (asks_order()) answered.date_order = order;
    if (asks_crs()) answered.crs = crs;
    if (!asks_columns_) return answered;
    answered.layout.mapping_only = true;
    for (const FieldChoice& choice : fields_)
        if (choice.column) answered.layout.mapping.emplace_back(choice.field, header()[*choice.column]);
    return answered;
}

std::string TableQuestion::command_line() const {
    std::string line;
    for (const FieldChoice& choice : fields_)
        if (asks_columns_ && choice.column)
            line += (line.empty() ? "--map \"" : ",") + std::string(io::name_of(choice.field)) + '=' +
                    header()[*choice.column];
    if (!line.empty()) line += '"';
    if (asks_order() && order) line += (line.empty() ? "--dates " : " --dates ") + std::string(words_of(*order));
    if (asks_crs()) line += " --crs \"" + crs + '"';
    return line;
}

}  // namespace harmattan::app
