// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.EdgeKey;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Draws who calls whom among the nodes of an incident: the cause, those who suffer, what fails. */
final class DependencyGraph {
  private static final int MOST_NODES = 18;
  private static final int WIDTH = 134;
  private static final int HEIGHT = 36;
  private static final int COLUMN = 194;
  private static final int ROW = 58;
  private static final int MARGIN = 10;
  private static final int LONGEST_NAME = 18;
  private static final double FAILING = 0.02;

  /** How far the handles of a curve lie below it that passes nodes between its ends. */
  private static final int BOW = 56;

  /** How far such a curve then hangs down at most. */
  private static final double SAG = 0.75 * BOW;

  private final Html html;
  private final String cause;
  private final Incident incident;
  private final GraphLayout layout;
  private final SortedMap<EdgeKey, EdgeFlow> flows;

  private DependencyGraph(
      Html html, IncidentStory story, SortedSet<String> nodes, List<EdgeWindow> windows) {
    this.html = html;
    this.incident = story.last();
    Suspect first = story.cause();
    this.cause = first == null ? "" : first.node();
    this.flows = EdgeFlow.during(story, nodes, windows);
    this.layout = new GraphLayout(nodes, flows.keySet());
  }

  static void draw(Html html, IncidentStory story, List<EdgeWindow> windows) {
    SortedSet<String> nodes = shown(story.last());
    DependencyGraph graph = new DependencyGraph(html, story, nodes, windows);
    int width = graph.layout.columns() * COLUMN - (COLUMN - WIDTH) + 2 * MARGIN;
    boolean bows = graph.flows.keySet().stream().anyMatch(edge -> graph.bow(edge) > 0);
    int height =
        graph.layout.rows() * ROW
            - (ROW - HEIGHT)
            + 2 * MARGIN
            + (bows ? (int) SAG - HEIGHT / 2 + MARGIN : 0);
    html.open(
        "svg",
        "class",
        "graph",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        "" + width,
        "role",
        "img",
        "aria-label",
        "Who calls whom in this incident");
    graph.flows.forEach(graph::edge);
    nodes.forEach(graph::node);
    graph.flows.forEach(graph::label);
    html.close();
    int more = story.last().services().size() - nodes.size();
    if (more > 0) {
      html.element("p", more + " more not drawn", "class", "faint");
    }
  }

  private static SortedSet<String> shown(Incident incident) {
    TreeSet<String> nodes = new TreeSet<>();
    for (Suspect suspect : incident.suspects()) {
      addWithin(nodes, suspect.node());
    }
    incident.blastRadius().forEach(node -> addWithin(nodes, node));
    incident.services().forEach(node -> addWithin(nodes, node));
    return nodes;
  }

  private static void addWithin(SortedSet<String> nodes, String node) {
    if (nodes.size() < MOST_NODES) {
      nodes.add(node);
    }
  }

  private void node(String name) {
    String role =
        name.equals(cause) ? "cause" : incident.blastRadius().contains(name) ? "victim" : "other";
    html.open("g", "class", "node " + role);
    html.element("title", name + ": " + role);
    html.open(
        "rect",
        "x",
        num(left(name)),
        "y",
        num(top(name)),
        "width",
        "" + WIDTH,
        "height",
        "" + HEIGHT,
        "rx",
        "8");
    html.close();
    String label = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    html.element("text", label, "x", num(left(name) + WIDTH / 2.0), "y", num(middle(name) + 4.5));
    html.close();
  }

  private void edge(EdgeKey key, EdgeFlow flow) {
    double share = flow.share();
    html.open(
        "path",
        "class",
        share >= FAILING ? "edge failing" : "edge",
        "d",
        path(key),
        "stroke-width",
        String.format(Locale.ROOT, "%.1f", 1.4 + 3 * share));
    html.element("title", key + ": " + flow.errors() + " of " + flow.calls() + " calls failed");
    html.close();
  }

  private void label(EdgeKey key, EdgeFlow flow) {
    if (flow.share() >= FAILING) {
      double x = (left(key.caller()) + WIDTH + left(key.callee())) / 2;
      double y = (middle(key.caller()) + middle(key.callee())) / 2 + (bow(key) > 0 ? SAG : 0);
      String text = Times.percent(flow.share());
      html.element("text", text, "class", "share", "x", num(x), "y", num(y - 4));
    }
  }

  private String path(EdgeKey key) {
    double fromX = left(key.caller()) + WIDTH;
    double fromY = middle(key.caller());
    double toX = left(key.callee());
    double toY = middle(key.callee());
    double bend = Math.max(30, (toX - fromX) / 2);
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fm-7 -4l7 4l-7 4",
        fromX,
        fromY,
        fromX + bend,
        fromY + bow(key),
        toX - bend,
        toY + bow(key),
        toX,
        toY);
  }

  /** Calls that pass a column go below what stands there. */
  private int bow(EdgeKey key) {
    return layout.column(key.callee()) - layout.column(key.caller()) > 1 ? BOW : 0;
  }

  private double left(String node) {
    return MARGIN + (double) COLUMN * layout.column(node);
  }

  private double top(String node) {
    return MARGIN + ROW * layout.row(node);
  }

  private double middle(String node) {
    return top(node) + HEIGHT / 2.0;
  }

  private static String num(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
