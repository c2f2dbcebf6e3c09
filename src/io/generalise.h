// Points made coarser, for tables that are handed on.
#pragma once

#include <cstdint>
#include <string>

#include "events/event_table.h"

namespace harmattan::io {

struct Generalisation {
    enum class To { cells, regions };
    To to = To::cells;
    double size_km = 10;  // of cells

    // As it is written in the table's column `generalised`: "10km", "region".
    std::string text() const;
};

// "10km", "2.5km" (1 to 500 km) or "region". Throws Error "generalise.unreadable" (text), "generalise.size" (text,
// least, greatest).
Generalisation parse_generalisation(const std::string& text);

struct Generalised {
    events::EventTable table;
    double radius_km = 0;             // from a cell's middle to its farthest corner, at most; 0 for regions
    std::uint64_t names_removed = 0;  // rows that lost a name of a place or a note, finer than their point now is
    std::uint64_t by_country = 0;     // rows without a region, moved to their country's mean point
    std::uint64_t left_out = 0;       // rows with neither: they cannot be made coarser
};

// The table with coarser points; every row's file says so (EventFile::generalised).
//
// To cells: each point is moved to the middle of its cell in geo::CellGrid. Where the source gives a radius the
// cell's reach is added to it, rounded up to 0.1 km; precision 1 and 2 become 2 (up to 50 km of cell, near a known
// point) or 5 (beyond, a fuzzy area), coarser ones stay, and one that is not given stays so.
//
// To regions: each point is moved to the mean point of all rows of its region (country and adm_1), with precision
// 4 and no radius; rows without a region to that of their country, with precision 6. A mean of fewer than three
// different points would tell them: it is moved to the middle of its cell of 50 km.
//
// What names the place more finely goes too: where_coordinates and note always, adm_2 for regions and cells of 50
// km and more. Ids stay: who has the source finds the row in it.
Generalised generalise(const events::EventTable& table, const Generalisation& how);

}  // namespace harmattan::io
