package id.kentongan.desk.casefile;

/** Everything that can change the stage of a case. Nothing else does: no clock closes or approves. */
public enum Move {
    /** Ambil kasus. */
    TAKE,
    /** Anomali ditemukan: Ya. */
    CONFIRM_ANOMALY,
    /** Tidak: analisis ulang. */
    REANALYSE,
    /** Bukan anomali. */
    DISMISS,
    /** Gabungkan ke kasus lain. */
    MERGE,
    /** Putuskan: False Negative, an incident. */
    CONCLUDE_FALSE_NEGATIVE,
    /** Putuskan: False Positive, no incident. */
    CONCLUDE_FALSE_POSITIVE,
    /** Kirim untuk verifikasi; a Laporan Kerja is sent to be known. */
    SEND,
    /** Diketahui: the coordinator has seen the Laporan Kerja. */
    ACKNOWLEDGE,
    /** Verifikasi. */
    VERIFY,
    /** Kembalikan. */
    RETURN,
    /** Sahkan. */
    RATIFY,
    /** Unggah surat bertanda tangan. */
    ISSUE_LETTER,
    /** Tindak lanjut PSE. */
    FOLLOW_UP,
    /** Selesai. */
    CLOSE,
    /** Buka kembali. */
    REOPEN
}
