// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import org.jspecify.annotations.Nullable;

/** Hears of what can be judged only later. */
public interface Hindsight {
  /** Nobody looks back. */
  Hindsight NONE =
      new Hindsight() {
        @Override
        public void answered(String response, @Nullable Boolean passed, double loss, long at) {
          // nobody asks
        }

        @Override
        public void decided(Case decided) {
          // nobody asks
        }
      };

  /**
   * A model has answered.
   *
   * @param response id of the answer
   * @param passed what a judge thought at once, null when none was asked
   * @param loss of quality, 0 for none
   * @param at epoch nanoseconds
   */
  void answered(String response, @Nullable Boolean passed, double loss, long at);

  /** An agent has decided. */
  void decided(Case decided);

  /**
   * A case that an agent has decided.
   *
   * @param id of the case
   * @param agent who decided
   * @param model that it asked
   * @param tenant for whom
   * @param loss of quality of the model's answers, 0 for none
   * @param at epoch nanoseconds
   */
  record Case(String id, String agent, String model, String tenant, double loss, long at) {}
}
