// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.Incident;

/**
 * A test that a file carries.
 *
 * @param name unique in the file
 * @param incident what is known of an incident
 * @param expected the class, or whether the runbook applies
 * @param line where it stands, from 1
 */
public record AdviceTest(String name, Incident incident, String expected, int line) {}
