#include "io/event_columns.h"

#include <array>
#include <iterator>

#include <fmt/format.h>

namespace harmattan::io {
namespace {

using events::Text;

Cell text_cell(std::string_view text) {
    return text.empty() ? Cell() : Cell(text);
}

Cell count_cell(std::int32_t count) {
    return count == events::fatalities_unknown ? Cell() : Cell(std::int64_t(count));
}

// Codes in which 0 stands for "not given".
Cell code_cell(int code) {
    return code == 0 ? Cell() : Cell(std::int64_t(code));
}

// Not every format can hold a zero's sign, which says nothing here.
Cell real_cell(double number) {
    return Cell(number + 0.0);
}

template <Text column>
Cell text_of(const EventRecord& record) {
    return text_cell(record.row.text(column));
}

constexpr std::array<EventColumn, 33> columns{{
    {"id", ColumnType::text, text_of<Text::id>, "the source's own id"},
    {"date_start", ColumnType::date, [](const EventRecord& r) { return Cell(r.row.first_day); },
     "first day on which it may have happened"},
    {"date_end", ColumnType::date, [](const EventRecord& r) { return Cell(r.row.last_day); },
     "last day on which it may have happened"},
    {"date_prec", ColumnType::integer, [](const EventRecord& r) { return code_cell(r.row.date_precision); },
     "1 day, 2 two to six days, 3 week, 4 month, 5 year; empty: not given"},
    {"latitude", ColumnType::real, [](const EventRecord& r) { return real_cell(r.row.lat_deg); },
     "degrees, WGS 84"},
    {"longitude", ColumnType::real, [](const EventRecord& r) { return real_cell(r.row.lon_deg); },
     "degrees, WGS 84"},
    {"where_prec", ColumnType::integer, [](const EventRecord& r) { return code_cell(r.row.where_precision); },
     "1 exact, 2 near a known point, 3 district, 4 region, 5 line or fuzzy area, 6 country, 7 international; "
     "empty: "
     "not given"},
    {"radius_km", ColumnType::real, [](const EventRecord& r) { return r.radius_km ? Cell(*r.radius_km) : Cell(); },
     "how far from the point it may have happened; empty: not known, or the place is an area"},
    {"type_of_violence", ColumnType::integer,
     [](const EventRecord& r) {
         return r.row.type == events::ViolenceType::unknown ? Cell() : Cell(std::int64_t(r.row.type) + 1);
     },
     "UCDP's types: 1 state-based, 2 non-state, 3 one-sided; empty: not given"},
    {"best", ColumnType::integer, [](const EventRecord& r) { return count_cell(r.row.best); },
     "reported fatalities, best estimate; empty: unknown"},
    {"low", ColumnType::integer, [](const EventRecord& r) { return count_cell(r.row.low); },
     "reported fatalities, low estimate; empty: unknown"},
    {"high", ColumnType::integer, [](const EventRecord& r) { return count_cell(r.row.high); },
     "reported fatalities, high estimate; empty: unknown"},
    {"weight", ColumnType::integer, [](const EventRecord& r) { return Cell(std::int64_t(r.row.weight)); },
     "events that the row stands for"},
    {"country", ColumnType::text, text_of<Text::country>, "country"},
    {"adm_1", ColumnType::text, text_of<Text::region>, "region"},
    {"adm_2", ColumnType::text, text_of<Text::district>, "district"},
    {"where_coordinates", ColumnType::text, text_of<Text::place>, "name of the place"},
    {"side_a", ColumnType::text, text_of<Text::side_a>, "the source's first actor"},
    {"side_b", ColumnType::text, text_of<Text::side_b>, "the source's second actor"},
    {"conflict_name", ColumnType::text, text_of<Text::conflict>, "conflict"},
    {"dyad_name", ColumnType::text, text_of<Text::dyad>, "pair of actors"},
    {"category", ColumnType::text, text_of<Text::category>, "the source's own kind of event"},
    {"subcategory", ColumnType::text, text_of<Text::subcategory>, "the source's own kind of event, finer"},
    {"source", ColumnType::text, text_of<Text::source>, "who reported it"},
    {"second_source", ColumnType::text, text_of<Text::second_source>, "who reported it too"},
    {"note", ColumnType::text, text_of<Text::note>, "note"},
    {"dataset", ColumnType::text, [](const EventRecord& r) { return text_cell(r.file->dataset); },
     "dataset that the row is from"},
    {"dataset_name", ColumnType::text, [](const EventRecord& r) { return text_cell(r.file->dataset_name); },
     "its name"},
    {"dataset_version", ColumnType::text, [](const EventRecord& r) { return text_cell(r.file->version); },
     "its release"},
    {"provisional", ColumnType::integer, [](const EventRecord& r) { return code_cell(r.file->is_provisional); },
     "1: the dataset is still being revised"},
    {"source_file", ColumnType::text, [](const EventRecord& r) { return text_cell(r.source_file); },
     "file that the row was read from"},
    {"source_position", ColumnType::integer,
     [](const EventRecord& r) { return Cell(static_cast<std::int64_t>(r.row.origin.position)); },
     "where in that file it stands: byte of a text file, else number of the feature or row"},
    {"generalised", ColumnType::text, [](const EventRecord& r) { return text_cell(r.file->generalised); },
     "how the point was coarsened; empty: it is the source's"},
}};

struct CellWriter {
    std::string& text;

    void operator()(std::monostate) const {}
    void operator()(std::string_view value) const { text.append(value); }
    void operator()(base::Day value) const { text.append(base::iso(value)); }
    template <typename Number>
    void operator()(Number value) const {
        fmt::format_to(std::back_inserter(text), "{}", value);  // the shortest that reads back equal
    }
};

}  // namespace

std::span<const EventColumn> event_columns() {
    return columns;
}

EventRecord record_of(const events::EventTable& table, std::size_t row) {
    static const events::EventFile unknown_file;
    EventRecord record;
    record.row = table.row(row);
    const std::uint32_t file = record.row.origin.file;
    record.file = file < table.files().size() ? &table.files()[file] : &unknown_file;
    record.radius_km = table.radius_km(row);
    return record;
}

void write_cell(const Cell& cell, std::string& text) {
    text.clear();
    std::visit(CellWriter{text}, cell);
}

}  // namespace harmattan::io
