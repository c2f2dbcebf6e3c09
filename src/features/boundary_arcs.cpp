#include "features/boundary_arcs.h"

#include <bit>
#include <unordered_map>

namespace harmattan::features {
namespace {

constexpr std::uint32_t none = 0xffffffff;

// Two 64-bit words as a key: the bits of a vertex, or the numbers of an edge's ends.
struct Key {
    std::uint64_t a = 0, b = 0;
    friend bool operator==(Key, Key) = default;
};

struct HashKey {
    std::size_t operator()(Key key) const {
        // The mixing steps of splitmix64 (Steele, Lea & Flood 2014), so that coordinates on a grid spread well.
        std::uint64_t h = key.a * 0x9e3779b97f4a7c15ULL ^ std::rotl(key.b, 32);
        h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
        h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
        return h ^ (h >> 31);
    }
};

using Numbers = std::unordered_map<Key, std::uint32_t, HashKey>;

struct Edge {
    std::uint32_t from = 0, to = 0;  // nodes, in the direction in which it was first met
    std::uint32_t feature = 0, neighbour = Arc::outside;
    bool is_done = false;
};

struct Node {
    geo::LonLat place;
    std::uint32_t degree = 0;
    std::uint32_t edge[2] = {none, none};  // the first two of its edges
};

// The edges of all polygons as a graph. Nodes and edges are numbered as they are met, so the result does not hang
// on the order inside a hash table.
struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

std::uint32_t node_at(geo::LonLat place, Numbers& numbers, std::vector<Node>& nodes) {
    const Key key{std::bit_cast<std::uint64_t>(place.lon_deg), std::bit_cast<std::uint64_t>(place.lat_deg)};
    const auto [found, is_new] = numbers.try_emplace(key, static_cast<std::uint32_t>(nodes.size()));
    if (is_new) nodes.push_back({place});
    return found->second;
}

// The edge was met again, on the side of `feature`.
void add_side(Edge& edge, std::uint32_t feature) {
    if (edge.neighbour == Arc::outside || edge.neighbour == edge.feature) {
        edge.neighbour = std::max(edge.feature, feature);
        edge.feature = std::min(edge.feature, feature);
    }
}

void add_edge(Graph& graph, Numbers& numbers, std::uint32_t from, std::uint32_t to, std::uint32_t feature) {
    if (from == to) return;  // a repeated vertex
    const Key key{std::min(from, to), std::max(from, to)};
    const auto [found, is_new] = numbers.try_emplace(key, static_cast<std::uint32_t>(graph.edges.size()));
    if (!is_new) return add_side(graph.edges[found->second], feature);
    for (const std::uint32_t end : {from, to}) {
        Node& node = graph.nodes[end];
        if (node.degree < 2) node.edge[node.degree] = found->second;
        ++node.degree;
    }
    graph.edges.push_back({from, to, feature, Arc::outside, false});
}

Graph graph_of(const FeatureTable& polygons) {
    Graph graph;
    Numbers node_numbers, edge_numbers;
    node_numbers.reserve(polygons.vertices().size());
    edge_numbers.reserve(polygons.vertices().size());
    for (const Part& part : polygons.parts()) {
        const geo::LonLat* ring = polygons.vertices().data() + part.first_vertex;
        const std::uint32_t first = node_at(ring[0], node_numbers, graph.nodes);
        std::uint32_t from = first;
        for (std::uint32_t i = 1; i <= part.vertex_count; ++i) {
            const bool is_back = i == part.vertex_count;
            const std::uint32_t to = is_back ? first : node_at(ring[i], node_numbers, graph.nodes);
            add_edge(graph, edge_numbers, from, to, part.feature);
            from = to;
        }
    }
    return graph;
}

// The edge that continues `edge` beyond `node` with the same features on its sides; `none` where the line ends.
std::uint32_t next_edge(const Graph& graph, std::uint32_t edge, std::uint32_t node) {
    const Node& at = graph.nodes[node];
    if (at.degree != 2) return none;
    const std::uint32_t other = at.edge[0] == edge ? at.edge[1] : at.edge[0];
    const Edge &a = graph.edges[edge], &b = graph.edges[other];
    return a.feature == b.feature && a.neighbour == b.neighbour ? other : none;
}

// Follows the line from `edge`, leaving it by `node`; adds the nodes met. Stops at its end or back at `edge`.
bool follow(Graph& graph, std::uint32_t edge, std::uint32_t node, std::vector<std::uint32_t>& met) {
    const std::uint32_t start = edge;
    for (;;) {
        graph.edges[edge].is_done = true;
        const std::uint32_t next = next_edge(graph, edge, node);
        if (next == none) return false;
        if (next == start) return true;
        edge = next;
        node = graph.edges[edge].from == node ? graph.edges[edge].to : graph.edges[edge].from;
        met.push_back(node);
    }
}

Arc arc_through(Graph& graph, std::uint32_t edge) {
    const Edge start = graph.edges[edge];
    std::vector<std::uint32_t> ahead{start.to}, behind{start.from};
    Arc arc{start.feature, start.neighbour, follow(graph, edge, start.to, ahead), {}};
    if (arc.is_closed)
        ahead.pop_back();  // the last node met is where the arc began
    else
        follow(graph, edge, start.from, behind);
    arc.path.reserve(ahead.size() + behind.size());
    for (auto node = behind.rbegin(); node != behind.rend(); ++node) arc.path.push_back(graph.nodes[*node].place);
    for (const std::uint32_t node : ahead) arc.path.push_back(graph.nodes[node].place);
    return arc;
}

}  // namespace

std::vector<Arc> boundary_arcs(const FeatureTable& polygons) {
    Graph graph = graph_of(polygons);
    std::vector<Arc> arcs;
    for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge)
        if (!graph.edges[edge].is_done) arcs.push_back(arc_through(graph, edge));
    return arcs;
}

}  // namespace harmattan::features
