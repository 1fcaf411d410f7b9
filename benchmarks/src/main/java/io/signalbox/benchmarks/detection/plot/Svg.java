// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import java.util.Locale;

/** Writes a picture as SVG. Coordinates are pixels from the upper left. */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  void rectangle(double x, double y, double w, double h, String fill) {
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            w,
            h,
            fill));
  }

  void line(double x1, double y1, double x2, double y2, String stroke) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            stroke));
  }

  /** A path in the words of SVG: M, L, Z and coordinates. */
  void path(CharSequence data, String fill, String stroke, double strokeWidth) {
    body.append("<path d=\"").append(data).append("\" fill=\"").append(fill);
    body.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"").append(strokeWidth);
    body.append("\" stroke-linejoin=\"round\"/>\n");
  }

  /** A mark that points down at a place, with a text that shows when it is pointed at. */
  void mark(double x, double y, String fill, String title) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %.1fl-5 -9h10z\" fill=\"%s\"><title>%s</title></path>%n",
            x,
            y,
            fill,
            escaped(title)));
  }

  /**
   * A text.
   *
   * @param anchor start, middle or end of it is at the place
   */
  void text(double x, double y, String anchor, int size, String fill, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            size,
            fill,
            escaped(text)));
  }

  String document() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"Helvetica, Arial, sans-serif\">%n",
            width,
            height,
            width,
            height)
        + body
        + "</svg>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
