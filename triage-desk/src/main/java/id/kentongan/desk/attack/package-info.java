/**
 * In: ids of techniques of MITRE ATT&CK and numbers of vulnerabilities, as alerts bear them. Out: their names, and what they
 * are in words for people. Serves SOP step 3: looking up what kind of attack it is. Does not belong here: tactics, which the job knows.
 */
@NullMarked
package id.kentongan.desk.attack;

import org.jspecify.annotations.NullMarked;
