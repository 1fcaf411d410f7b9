// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands between evidence and a person at one moment: windows of maintenance and silence, and
 * the least impact that anyone is told of. It takes away no evidence.
 */
final class Barrier {
  private final WindowLog windows;
  private final LifecycleSettings settings;
  private final long nowMs;

  Barrier(WindowLog windows, LifecycleSettings settings, long nowMs) {
    this.windows = windows;
    this.settings = settings;
    this.nowMs = nowMs;
  }

  /** True for what is not to open now: too small, or altogether under maintenance. */
  boolean holdsBack(Draft draft) {
    return draft.services().size() < settings.minimumServices()
        || Severity.isLess(draft.severity(), settings.minimumSeverity())
        || covering(IncidentWindowKind.MAINTENANCE, draft.services()) != null;
  }

  /** A revision with the window, if any, in which nobody is to be paged for it. */
  Incident silenced(Incident incident) {
    return incident.silencedBy(covering(IncidentWindowKind.SILENCE, incident.services()));
  }

  /** True when another window silences an incident than was said last. */
  boolean silencesAnew(Incident last) {
    return !Objects.equals(silenced(last).silencedBy(), last.silencedBy());
  }

  private @Nullable String covering(IncidentWindowKind kind, List<String> services) {
    return windows.covering(kind, services, nowMs);
  }

  /** How much longer than others an incident is held open, milliseconds. */
  long holdMs(IncidentFile file) {
    return file.reopened() >= settings.holdAfter() ? settings.hold().toMillis() : 0;
  }

  /** When windows begin or end next, epoch milliseconds. */
  long nextMs() {
    return windows.nextBoundaryMs(nowMs);
  }
}
