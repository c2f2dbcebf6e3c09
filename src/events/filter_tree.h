// A filter as it is understood: conditions, joined by and, or and not.
#pragma once

#include <variant>
#include <vector>

#include "events/actor_matcher.h"
#include "events/filter_fields.h"
#include "events/filter_tests.h"
#include "geo/extent.h"

namespace harmattan::events {

struct NumberCondition {
    FilterField field;
    NumberTest test;  // days are numbers of base::Day, types those of ViolenceType
};
struct TextCondition {
    FilterField field;
    TextTest test;
};
// field is known, field is unknown
struct KnownCondition {
    FilterField field;
    bool wants_known;
};
// within(extent): no extent of its own.
struct WithinCondition {
    std::optional<geo::Extent> extent;
};
struct NearCondition {
    geo::LonLat centre;
    double radius_m;
};
struct FilterNode;
struct AllOf {
    std::vector<FilterNode> parts;
};
struct AnyOf {
    std::vector<FilterNode> parts;
};
struct Not {
    std::vector<FilterNode> part;  // one
};

struct FilterNode {
    std::variant<NumberCondition, TextCondition, KnownCondition, WithinCondition, NearCondition, ActorQuestion,
                 AllOf, AnyOf, Not>
        what;
    std::size_t place = 0;  // of its first byte in the expression, for messages
};

}  // namespace harmattan::events
