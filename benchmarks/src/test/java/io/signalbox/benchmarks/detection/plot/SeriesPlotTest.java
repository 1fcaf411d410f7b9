// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SeriesPlotTest {
  private static final Detector PEAKS =
      new Detector(
          "peaks",
          "Peaks <&>",
          true,
          false,
          0,
          () ->
              (atMs, value, out) -> {
                out.expected = 1;
                out.lower = 0;
                out.upper = 2;
                out.alarm = value > 50;
                out.score = out.alarm ? 1 : 0.1;
              });

  @Test
  void alarmsLabelsAndPeaksAreInThePicture() throws Exception {
    double[] values = new double[50_000];
    values[30_000] = 99;
    Document svg = draw(values, new Segment(29_900, 30_100));
    assertEquals(1, svg.getElementsByTagName("title").getLength());
    String title = svg.getElementsByTagName("title").item(0).getTextContent();
    assertTrue(title.contains("99, expected 1"), title);
    String text = svg.getDocumentElement().getTextContent();
    assertTrue(text.contains("50,000 points, 1 labelled, 1 alarms"), text);
    assertTrue(text.contains("Peaks <&>"), text);
  }

  @Test
  void oddSeriesAreDrawnToo() throws Exception {
    double[] holes = {Double.NaN, 3, Double.NaN};
    for (double[] values :
        List.of(new double[0], new double[1], holes, new double[] {1e12, -1e12})) {
      String text = draw(values).getDocumentElement().getTextContent();
      assertTrue(text.contains(values.length + " points"), text);
    }
  }

  @Test
  void numbersOnAxesAreRoundAndShort() {
    assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0), new Axis(-3, 97, 0, 100).ticks(6));
    assertEquals("0.25", Axis.label(0.25));
    assertEquals("1,500", Axis.label(1_500));
    assertEquals("2.50e+09", Axis.label(2.5e9));
    assertEquals("0", Axis.label(0));
  }

  private static Document draw(double[] values, Segment... segments) throws Exception {
    long[] at = LongStream.range(0, values.length).map(i -> 60_000 * i).toArray();
    String svg =
        SeriesPlot.of(PEAKS, new LabelledSeries("t", "t.csv", at, values, Arrays.asList(segments)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
