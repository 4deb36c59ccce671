"""What tests share: journals, merging machines, screens, terminals. Nothing here is a test."""
