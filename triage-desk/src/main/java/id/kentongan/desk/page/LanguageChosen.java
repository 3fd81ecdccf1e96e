package id.kentongan.desk.page;

/** Somebody who is logged in reads the desk in a language of their choice. Told once a session, and at each switch. */
public record LanguageChosen(String person, Language language) {}
