"""What is true: records, rules, dates, quick entry, balance, rhythm, merge. Pure."""
