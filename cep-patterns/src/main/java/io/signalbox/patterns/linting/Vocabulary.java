// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.linting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events that there are, and what each says.
 *
 * @param always fields that any event may have
 * @param values the only texts of a field
 * @param events fields by type
 * @param symptoms names of symptoms
 */
public record Vocabulary(
    List<String> always,
    Map<String, List<String>> values,
    List<Kind> events,
    List<String> symptoms) {
  private static final String SYMPTOM = "symptom.";
  private static final String RESOURCE = "vocabulary.yaml";

  /**
   * Types of events that have the same fields.
   *
   * @param types the types
   * @param fields labels of the fields
   */
  public record Kind(List<String> types, List<String> fields) {}

  /** The vocabulary that ships. */
  public static Vocabulary shipped() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, Vocabulary.class);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** All types. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    events.forEach(kind -> types.addAll(kind.types()));
    symptoms.forEach(name -> types.add(SYMPTOM + name));
    return types;
  }

  /**
   * The fields that may be set for events of a type; empty when any may, or the type is unknown.
   */
  public Optional<Set<String>> fieldsOf(String type) {
    for (Kind kind : events) {
      if (kind.types().contains(type)) {
        Set<String> fields = new HashSet<>(always);
        fields.addAll(kind.fields());
        fields.addAll(List.of("type", "time"));
        return Optional.of(fields);
      }
    }
    return Optional.empty();
  }

  /** The fields that may be set for one of some types; empty when any may. */
  public Optional<Set<String>> fieldsOf(Set<String> types) {
    Set<String> all = new HashSet<>();
    for (String type : types) {
      Optional<Set<String>> fields = fieldsOf(type);
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(fields.get());
    }
    return Optional.of(all);
  }

  /** The only texts that a field has, empty when it may have any. */
  public List<String> valuesOf(String field) {
    return new ArrayList<>(values.getOrDefault(field, List.of()));
  }
}
