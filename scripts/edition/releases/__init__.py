"""Released versions: packs a built site for its readers, and lays the released ones, each with what changed since, beside the newest."""
