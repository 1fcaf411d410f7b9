// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.pages;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG. Every text and attribute is escaped, so that nothing that came in with
 * telemetry can become markup, and characters that turn the direction of text or control a terminal
 * are replaced.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Nothing yet. */
  public Html() {}

  /** Opens an element; attributes are names and values in turn. */
  public Html open(String tag, String... attributes) {
    tag(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that has no content and no end, such as {@code meta}. */
  public Html empty(String tag, String... attributes) {
    tag(tag, attributes);
    return this;
  }

  /** Writes an element with a text in it. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Writes a text. */
  public Html text(String text) {
    escape(text);
    return this;
  }

  /** Writes what is part of the program: a style sheet, the document type. */
  public Html trusted(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void tag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Plain.isSafe(c) ? c : Plain.REPLACEMENT);
      }
    }
  }
}
