// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Subject;

/**
 * One vital sign of one subject.
 *
 * @param vital what is read
 * @param subject of whom
 * @param detail the part of it that is meant, such as the name that is looked up; often empty
 */
public record Reading(Vital vital, Subject subject, String detail) {
  /** True when it is this sign of that node. */
  public boolean is(Vital sign, String node) {
    return vital == sign && subject.node().equals(node);
  }

  /** Its pod, when the subject is one. */
  public Pod pod() {
    return (Pod) subject;
  }
}
