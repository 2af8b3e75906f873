// LEMON's network simplex on a matrix file, for an objective: prints the seconds of the solve alone, mentees with a mentor, and the total score.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, long long, long long>;

int main(int, char **arguments) {
  std::FILE *file = std::fopen(arguments[1], "rb");
  const auto take = [&](std::size_t length) {
    std::vector<std::int32_t> part(length);
    if (std::fread(part.data(), 4, length, file) != length) std::exit(2);
    return part;
  };
  const auto head = take(4);
  const int mentees = head[0], mentors = head[1];
  const bool listed = head[2] == 1;
  const auto places = take(mentors);
  const auto start = take(listed ? mentees + 1 : 0), mentor = take(listed ? head[3] : 0);
  const auto score = take(head[3]);
  std::fclose(file);

  Graph graph;
  graph.reserveNode(mentees + mentors + 1);
  graph.reserveArc(head[3] + mentees + mentors);
  for (int i = 0; i < mentees + mentors + 1; i++) graph.addNode();
  const auto node = [&](int i) { return graph.nodeFromId(i); };
  const auto sink = node(mentees + mentors);
  Graph::ArcMap<long long> cost(graph), most(graph);
  Graph::NodeMap<long long> supply(graph, 0);
  const auto arc = [&](Graph::Node from, Graph::Node to, long long room, long long price) {
    const auto one = graph.addArc(from, to);
    most[one] = room;
    cost[one] = price;
    return one;
  };
  std::vector<Graph::Arc> pairs;
  std::vector<int> points;
  long long highest = 0;
  for (const auto one : score) highest = std::max<long long>(highest, one);
  // Going without costs nothing, or more than any exchange could win, so that as many as possible are matched first.
  const bool total_only = std::string(arguments[2]) == "max-score";
  const long long without = total_only ? 0 : 2 * (std::min(mentees, mentors) * highest + 1);
  for (int i = 0; i < mentees; i++) {
    const int from = listed ? start[i] : i * mentors, to = listed ? start[i + 1] : from + mentors;
    for (int e = from; e < to; e++) {
      if (score[e] < 0) continue;
      pairs.push_back(arc(node(i), node(mentees + (listed ? mentor[e] : e - from)), 1, -score[e]));
      points.push_back(score[e]);
    }
    arc(node(i), sink, 1, without);
    supply[node(i)] = 1;
  }
  for (int j = 0; j < mentors; j++) arc(node(mentees + j), sink, places[j], 0);
  supply[sink] = -mentees;

  Simplex simplex(graph);
  simplex.upperMap(most).costMap(cost).supplyMap(supply);
  const auto begin = std::chrono::steady_clock::now();
  if (simplex.run() != Simplex::OPTIMAL) return 3;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  long long total = 0, matched = 0;
  for (std::size_t e = 0; e < pairs.size(); e++) {
    if (simplex.flow(pairs[e]) == 0) continue;
    matched++;
    total += points[e];
  }
  std::printf("%.6f %lld %lld\n", seconds.count(), matched, total);
}
