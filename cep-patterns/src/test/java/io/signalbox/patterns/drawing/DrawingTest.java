// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.Samples;
import org.junit.jupiter.api.Test;

class DrawingTest {
  @Test
  void aPatternIsDrawnForGraphviz() {
    assertEquals(
        """
        digraph "deploy" {
          rankdir=LR;
          label="deploy 1, 15m";
          s0 [label="deploy",shape=box,style=rounded];
          s1 [label="errors",shape=box,style=rounded];
          s0 -> s1 [label="then"];
        }
        """,
        PatternGraph.dot(Samples.read(Samples.DEPLOY).pattern()));
  }

  @Test
  void aPatternIsDrawnForMermaid() {
    assertEquals(
        """
        flowchart LR
          %% deploy 1, 15m
          s0("deploy")
          s1("errors")
          s0 -->|"then"| s1
        """,
        PatternGraph.mermaid(Samples.read(Samples.DEPLOY).pattern()));
  }

  @Test
  void aPatternIsToldInSentences() {
    String told = Explanation.of(Samples.read(Samples.DEPLOY));

    assertTrue(told.contains("2. then errors"), told);
    assertTrue(told.contains("asked for anomaly.opened; looks at what was taken before"), told);
    assertTrue(told.contains("All within 15m from the first event."), told);
    assertTrue(told.contains("flink-cep: means the same."), told);
  }
}
