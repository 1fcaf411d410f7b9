// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** Lists what a job's savepoints depend on: operators, their uids and how they hang together. */
public final class GraphListing {
  private GraphListing() {}

  /**
   * One line for each operator, upstream first: uid, name, and its inputs with how they are
   * shuffled. Does not run the job; the environment can still be executed.
   */
  public static List<String> of(StreamExecutionEnvironment environment) {
    StreamGraph graph = environment.getStreamGraph(false);
    List<StreamNode> nodes = new ArrayList<>(graph.getStreamNodes());
    nodes.sort(Comparator.comparingInt(StreamNode::getId));
    return nodes.stream().map(node -> line(graph, node)).toList();
  }

  private static String line(StreamGraph graph, StreamNode node) {
    List<String> inputs =
        node.getInEdges().stream().map(edge -> input(graph, edge)).sorted().toList();
    String from = inputs.isEmpty() ? "" : " <- " + String.join(", ", inputs);
    return node.getTransformationUID() + " \"" + node.getOperatorName() + "\"" + from;
  }

  private static String input(StreamGraph graph, StreamEdge edge) {
    String uid = graph.getStreamNode(edge.getSourceId()).getTransformationUID();
    String side = edge.getOutputTag() == null ? "" : ":" + edge.getOutputTag().getId();
    return uid + side + " (" + edge.getPartitioner() + ")";
  }
}
