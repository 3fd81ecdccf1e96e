/**
 * In: moves that people ask for. Out: the case in its next stage, with its clock, its journal entry and its history, in
 * one transaction. SOP steps 3 to 10; the only package that moves a case.
 * Does not belong here: whether a move is legal (casefile says so), and what is written in a step.
 */
@NullMarked
package id.kentongan.desk.course;

import org.jspecify.annotations.NullMarked;
