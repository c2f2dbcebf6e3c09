#include "io/cut_names.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

namespace harmattan::io {
namespace {

constexpr std::size_t longest_name = 10, letters_of_numbered = 8;
constexpr std::size_t most_alike = 12;  // of which all selections are looked at

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool matters(const EventSchema& schema, const std::string& name) {
    const auto has_it = [&](const Names& names) { return has(names, name); };
    return std::any_of(schema.columns.begin(), schema.columns.end(), has_it) ||
           std::any_of(schema.recognised_by.begin(), schema.recognised_by.end(), has_it);
}

// Every name that the schema knows, those in the source's order first.
Names known_names(const EventSchema& schema) {
    Names known = schema.in_order;
    const auto add = [&](const std::string& name) {
        if (!has(known, name)) known.push_back(name);
    };
    for (const Names& names : schema.columns) std::for_each(names.begin(), names.end(), add);
    for (const Names& names : schema.recognised_by) std::for_each(names.begin(), names.end(), add);
    if (schema.or_value_not) add(schema.or_value_not->first);
    return known;
}

std::string cut(const std::string& name) {
    return name.substr(0, longest_name);
}

std::string beginning_of(const std::string& name) {
    return name.substr(0, letters_of_numbered);
}

// "conflict_1" to "conflict_9", "conflict10" to "conflict99".
std::string numbered(const std::string& beginning, int number) {
    return number < 10 ? fmt::format("{}_{}", beginning, number) : fmt::format("{}{}", beginning, number);
}

bool is_numbered(const std::string& name) {
    const std::string beginning = beginning_of(name);
    for (int number = 1; number < 100; ++number)
        if (name == numbered(beginning, number)) return true;
    return false;
}

// As GDAL's driver writes the names, one after another.
Names written(const Names& names) {
    Names result;
    for (const std::string& name : names) {
        std::string as = cut(name);
        for (int number = 1; number < 100 && has(result, as); ++number) as = numbered(beginning_of(name), number);
        result.push_back(std::move(as));
    }
    return result;
}

// Those of a source's names that begin alike, and so may have got numbers from each other.
struct Alike {
    Names known;  // in the source's order, where it is known
    bool is_ordered = false;
    std::vector<std::size_t> columns;  // of the file that may be among them
    Names in_file;                     // their names
};

// Where the source's order is not known, names that are cut differently may stand in any.
void take_order_of_file(Alike& group) {
    const auto place = [&](const std::string& name) {
        return std::find(group.in_file.begin(), group.in_file.end(), cut(name)) - group.in_file.begin();
    };
    std::stable_sort(group.known.begin(), group.known.end(),
                     [&](const std::string& one, const std::string& other) { return place(one) < place(other); });
}

Alike alike(const EventSchema& schema, const Names& known, const std::string& beginning,
            const Names& lower_names) {
    Alike found;
    for (const std::string& name : known)
        if (name.size() >= letters_of_numbered && name.starts_with(beginning)) found.known.push_back(name);
    found.is_ordered = std::all_of(found.known.begin(), found.known.end(),
                                   [&](const std::string& name) { return has(schema.in_order, name); });
    const auto may_be_one = [&](const std::string& name) {
        return std::any_of(found.known.begin(), found.known.end(),
                           [&](const std::string& full) { return cut(full) == name; }) ||
               (name.starts_with(beginning) && is_numbered(name));
    };
    for (std::size_t i = 0; i < lower_names.size(); ++i) {
        if (!may_be_one(lower_names[i])) continue;
        found.columns.push_back(i);
        found.in_file.push_back(lower_names[i]);
    }
    if (!found.is_ordered) take_order_of_file(found);
    return found;
}

// For each of the file's columns what it can have been, by every selection that is written like the file.
std::vector<std::set<std::string>> explanations(const Alike& group) {
    std::vector<std::set<std::string>> may_be(group.in_file.size());
    if (group.known.size() > most_alike) return may_be;
    for (unsigned chosen = 1; chosen < (1U << group.known.size()); ++chosen) {
        Names selection;
        for (std::size_t i = 0; i < group.known.size(); ++i)
            if ((chosen >> i & 1U) != 0) selection.push_back(group.known[i]);
        if (selection.size() != group.in_file.size() || written(selection) != group.in_file) continue;
        for (std::size_t i = 0; i < selection.size(); ++i) may_be[i].insert(selection[i]);
    }
    return may_be;
}

// Without the source's order only a name that no other begins like is certain.
bool can_be_told(const Alike& group) {
    if (group.is_ordered) return true;
    std::set<std::string> cuts;
    for (const std::string& name : group.known)
        if (!cuts.insert(cut(name)).second) return false;
    return true;
}

// What begins alike, for a name of which no more is known.
std::set<std::string> all_like(const Alike& group, const std::string& name) {
    std::set<std::string> names;
    for (const std::string& full : group.known)
        if (full.size() > longest_name && (is_numbered(name) || cut(full) == name)) names.insert(full);
    return names;
}

void tell(const EventSchema& schema, const Alike& group, NamesInFull& result) {
    const auto may_be = explanations(group);
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
        const auto names =
            may_be[i].empty() || !can_be_told(group) ? all_like(group, group.in_file[i]) : may_be[i];
        if (can_be_told(group) && may_be[i].size() == 1)
            result.names[group.columns[i]] = *names.begin();
        else if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return matters(schema, name); }))
            result.unclear.push_back({group.columns[i], {names.begin(), names.end()}});
    }
}

}  // namespace

NamesInFull names_in_full(const EventSchema& schema, const std::vector<std::string>& lower_names) {
    NamesInFull result{lower_names, {}};
    const Names known = known_names(schema);
    std::set<std::string> beginnings;
    for (const std::string& name : known)
        if (name.size() > longest_name) beginnings.insert(beginning_of(name));
    for (const std::string& beginning : beginnings)
        tell(schema, alike(schema, known, beginning, lower_names), result);
    return result;
}

}  // namespace harmattan::io
