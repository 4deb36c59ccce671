"""What sync clients call a conflict copy of journal.json, by provider: measured, documented, or seen in the wild."""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "Dropbox": (
        "journal (Lise's conflicted copy 2026-03-10).json",
        "journal (Lises modstridende kopi 2026-03-10).json",
        "journal (LISE-PCs modstridende kopi 2026-03-10 (1)).json",
        "journal (In Konflikt stehende Kopie von Lise 2026-03-10).json",
        "journal (LISE-PC's in Konflikt stehende Kopie 2026-03-10).json",
        "journal (Copie en conflit de Lise 2026-03-10).json",
        "journal (Copia conflictiva de Lise 2026-03-10).json",
        "journal (Lise's conflicted copy).json",
        "journal (Case Conflict).json",
        "journal (Unicode Encoding Conflict 1).json",
    ),
    "OneDrive": (
        "journal-LISE-PC.json",
        "journal-LISE-PC-2.json",
        "journal-Lises MacBook Pro.json",
        "journal-Åses bærbare.json",
        "journal (1).json",
        "journal - Copy.json",
        "journal - Kopi.json",
        "journal – kopi (2).json",
    ),
    "iCloud Drive": ("journal 2.json", "journal 13.json", "journal (conflict from Lise).json", "journal kopi.json"),
    "Google Drive": (
        "journal (1).json",
        "journal (12).json",
        "Copy of journal.json",
        "Kopi af journal.json",
        "journal [Conflict].json",
    ),
    "Nextcloud": (
        "journal (conflicted copy 2026-03-10 093612).json",
        "journal (conflicted copy Lise Thomsen 2026-03-10 093612).json",
        "journal_conflict-20260310-120000.json",
    ),
    "ownCloud": ("journal_conflict-lise-20260310-120000.json", "journal (conflicted copy 2026-03-10 093612-2).json"),
    "OpenCloud": ("journal (conflicted copy 2026-03-10 093612).json",),
    "Syncthing": (
        "journal.sync-conflict-20260310-091523-K3X2R2T.json",
        "journal.sync-conflict-20260310-091523.json",
        "journal.sync-conflict-20260310-091523-K3X2R2T.sync-conflict-20260311-101010-ABCDEFG.json",
    ),
    "Seafile": ("journal (SFConflict lise@firma.dk 2026-03-10-09-15-23).json",),
    "Box": ("journal (lise@firma.dk).json", "journal (1).json", "-copy of journal.json"),
    "pCloud": (
        "journal (conflicted).json",
        "journal [conflicted].json",
        "journal (conflicted 1).json",
        "journal.json.conflicted",
    ),
    "Proton Drive": ("journal (# Edit conflict 2026-03-10 a1B2c3C #).json", "journal (# Name conflict #).json"),
    "Resilio": ("journal.Conflict.json", "journal.Conflict(1).json"),
    "Synology Drive": ("journal_LISE-PC_Mar-10-0915-2026_Conflict.json", "journal_DiskStation_Mar-10-0915-2026_1.json"),
    "Tresorit": ("journal (Lise's conflicted copy 2026-03-10).json", "journal_conflict_Lise_2026-03-10.json"),
    "MEGA": ("journal (1).json", "journal_local.json"),
    "Koofr": ("journal (conflict 2026-03-10).json",),
    "FileCloud": ("journal(Conflict_lise (Web browser)_2026-03-10-22-50-36).json",),
    "Hitachi, nBox": ("journal (edits by lise not merged 2026-03-10).json",),
    "SecuriSync": ("journal (Conflicted copy 2026-03-10 for Lise).json",),
    "Windows, macOS, KDE, by hand": (
        "journal - Copy (2).json",
        "journal copy.json",
        "journal kopi 2.json",
        "journal (copy).json",
        "logbog fra den gamle pc.json",
        "JOURNAL.JSON.old.json",
        "journal.2026-03-10.JSON",
        ".journal.json",
    ),
}
"""A name says nothing for certain: several are shared, and any file may bear any of them."""

ALL = sorted({name for names in NAMES.values() for name in names})
