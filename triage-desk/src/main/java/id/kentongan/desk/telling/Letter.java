package id.kentongan.desk.telling;

import id.kentongan.desk.page.Language;

/** A mail to somebody, in their language. */
record Letter(Language language, String subject, String body) {}
