// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.signals.CapturedRequest;
import io.signalbox.schemas.signals.DecodeCounts;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts what captures hold. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads captures and counts what they hold: requests, items, series, services, edges between"
          + " services, the range of event time, and dead letters by reason. What cannot be read"
          + " is named on standard error and counted; it does not end the command.",
    },
    footerHeading = "%nCaptures:%n",
    footer = {
      "  *.zst    OTLP Export requests, each behind its length in 4 bytes, big end first",
      "  *.jsonl  one OTLP/JSON request, CDEvents event or statement of feedback a line",
      "  *.json   the same in any layout",
      "  *.pb     one OTLP Export request",
      "  Folders are searched for these. Whether a request holds metrics, spans or",
      "  logs is told by its shape, in doubt by the name of the file.",
      "",
      "Examples:",
      "  ./signalbox decode --in captures",
      "  ./signalbox decode --in a.zst b.jsonl --json"
    })
final class DecodeCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--in",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Capture files, or folders that hold some.")
  private List<Path> in = List.of();

  @Option(names = "--json", description = "Print one JSON object a file, a line each.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Path> files = files();
    PrintWriter out = spec.commandLine().getOut();
    DecodeTable table = new DecodeTable(files);
    if (!json) {
      out.println(table.header());
    }
    for (Path file : files) {
      DecodeCounts counts = count(file);
      out.println(
          json
              ? JSON.writeValueAsString(counts.asMap(file.toString()))
              : table.row(counts.asMap(file.toString())));
      out.flush();
    }
    return ExitCode.OK;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : in) {
      try {
        files.addAll(CaptureFile.find(path));
      } catch (NoSuchFileException missing) {
        throw new ParameterException(spec.commandLine(), "no such file or folder: " + path);
      }
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no captures below " + in);
    }
    return files;
  }

  private DecodeCounts count(Path file) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    DecodeCounts counts = new DecodeCounts();
    try (CaptureFile capture = CaptureFile.open(file)) {
      for (CapturedRequest request = capture.next(); request != null; request = capture.next()) {
        MalformedTelemetry fault = counts.add(request);
        if (fault != null) {
          err.printf(
              "%s: %s %d: %s: %s%n",
              file, capture.unit(), request.index() + 1, fault.reason(), fault.detail());
          err.flush();
        }
      }
    }
    return counts;
  }
}
