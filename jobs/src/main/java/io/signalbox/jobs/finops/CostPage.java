// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.pages.Page;

/** Writes one HTML file that tells what was spent, on what, and what was unusual. */
public final class CostPage {
  private CostPage() {}

  /** The page as the text of a file in UTF-8. */
  public static String render(CostData data) {
    return Page.render("costs", html -> CostSection.write(html, data));
  }
}
