#include "app/table_question.h"

#include <algorithm>

#include "geo/projection.h"
#include "io/ascii_case.h"
#include "io/column_words.h"
#include "io/event_input.h"
#include "io/schema_library.h"

namespace harmattan::app {
namespace {

using io::EventField;

constexpr std::size_t rows_shown = 10;
// As io takes a guess.
constexpr double least_confidence = 0.5;

constexpr EventField offered[] = {
    EventField::date_start, EventField::date_end,  EventField::year,        EventField::month,  EventField::day,
    EventField::latitude,   EventField::longitude, EventField::coordinates, EventField::x,      EventField::y,
    EventField::best,       EventField::low,       EventField::high,        EventField::type,   EventField::place,
    EventField::region,     EventField::country,   EventField::side_a,      EventField::side_b, EventField::id,
    EventField::source,     EventField::note};

// Whether the column's name can mean nothing but the field.
bool is_sure(const std::string& name, EventField field) {
    const auto& names = io::embedded_schema("table")->names_of(field);
    return std::find(names.begin(), names.end(), io::ascii_lower(name)) != names.end();
}

// Whether date and place stand in columns with such names.
bool are_sure(const io::TableSample& sample) {
    const auto has = [&](EventField field) {
        return std::any_of(sample.header.begin(), sample.header.end(),
                           [&](const std::string& name) { return is_sure(name, field); });
    };
    const bool has_place = sample.has_points || (has(EventField::latitude) && has(EventField::longitude));
    return has_place && (has(EventField::date_start) || has(EventField::year));
}

}  // namespace

TableQuestion::TableQuestion(std::filesystem::path file, io::EventReadOptions options)
    : file_(std::move(file)),
      options_(std::move(options)),
      sample_(io::sample_of(io::open_event_input(file_, options_))),
      reasons_(sample_.header.size()),
      order_(options_.date_order),
      crs_(options_.crs.value_or("")) {}

std::optional<TableQuestion> TableQuestion::of(const std::filesystem::path& file,
                                               const io::EventReadOptions& options) {
    TableQuestion question(file, options);
    if (io::is_known_source(question.sample_, options.layout) || are_sure(question.sample_)) return std::nullopt;
    question.asks_columns_ = true;
    question.guess();
    question.check();
    return question;
}

TableQuestion TableQuestion::of_order(const std::filesystem::path& file, const io::EventReadOptions& options) {
    return TableQuestion(file, options);
}

std::span<const std::vector<std::string>> TableQuestion::rows() const {
    return std::span(sample_.rows).first(std::min(sample_.rows.size(), rows_shown));
}

void TableQuestion::guess() {
    for (const EventField field : offered) {
        FieldChoice choice{field, {}};
        for (std::size_t i = 0; i < sample_.header.size() && !choice.column; ++i) {
            if (!reasons_[i].field.empty() || !is_sure(sample_.header[i], field)) continue;
            choice.column = i;
            reasons_[i] = {std::string(io::name_of(field)), "app.mapping.sure", {}};
        }
        fields_.push_back(choice);
    }
    for (const auto& guess : io::guess_columns(sample_.header, sample_.rows).columns) {
        const auto field = io::event_field_of(guess.field);
        const auto choice = std::find_if(fields_.begin(), fields_.end(),
                                         [&](const FieldChoice& one) { return one.field == field; });
        if (choice == fields_.end() || choice->column || guess.confidence < least_confidence ||
            !reasons_[guess.column].field.empty())
            continue;
        const bool is_part = field == EventField::year || field == EventField::month || field == EventField::day;
        if (is_part && column_of(EventField::date_start)) continue;  // the whole date says more
        choice->column = guess.column;
        reasons_[guess.column] = {std::string(guess.field), guess.reason_key, guess.values};
    }
}

std::optional<std::size_t> TableQuestion::column_of(EventField field) const {
    for (const auto& choice : fields_)
        if (choice.field == field) return choice.column;
    return std::nullopt;
}

void TableQuestion::choose(std::size_t field, std::optional<std::size_t> column) {
    fields_.at(field).column = column;
    check();
}

void TableQuestion::ask_order(const base::Error& fault) {
    asks_order_ = true;
    order_fault_ = fault;
    order_.reset();
    check();
}

void TableQuestion::set_order(std::optional<io::DateOrder> order) {
    order_ = order;
    check();
}

bool TableQuestion::asks_crs() const {
    return asks_columns_ && column_of(EventField::x) && column_of(EventField::y) &&
           !column_of(EventField::latitude);
}

void TableQuestion::set_crs(std::string crs) {
    crs_ = std::move(crs);
    check();
}

void TableQuestion::check() {
    fault_.reset();
    try {
        io::find_layout(sample_, answer().layout);
        if (asks_crs()) {
            if (crs_.empty())
                throw base::Error("app.mapping.choose_crs", {{"x", sample_.header[*column_of(EventField::x)]},
                                                             {"y", sample_.header[*column_of(EventField::y)]}});
            geo::Projection::from_text(crs_);
        }
        if (asks_order_ && !order_) throw base::Error("app.mapping.choose_order");
    } catch (const base::Error& error) {
        fault_ = error;
    }
}

io::EventReadOptions TableQuestion::answer() const {
    io::EventReadOptions options = options_;
    options.date_order = order_;
    if (!asks_columns_) return options;
    options.crs = asks_crs() && !crs_.empty() ? std::optional(crs_) : options_.crs;
    options.layout.mapping.clear();
    options.layout.is_mapping_all = true;
    for (const auto& choice : fields_)
        if (choice.column) options.layout.mapping.emplace_back(choice.field, sample_.header[*choice.column]);
    return options;
}

}  // namespace harmattan::app
