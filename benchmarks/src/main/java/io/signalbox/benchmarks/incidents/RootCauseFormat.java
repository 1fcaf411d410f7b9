// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.nio.file.Path;

/** Layouts of labelled data that can be read. */
public enum RootCauseFormat {
  NEZHA,
  PETSHOP,
  ROOTCAUSEBENCH;

  /** Reads cases now and telemetry when its time comes; what is unusable is complained of. */
  LabelledSet read(Path folder, View view, Complaints complaints) {
    return switch (this) {
      case NEZHA -> new NezhaSet(folder, view, complaints).read();
      case PETSHOP -> new PetshopSet(folder, view, complaints).read();
      case ROOTCAUSEBENCH -> new RootCauseBenchSet(folder, view, complaints).read();
    };
  }
}
