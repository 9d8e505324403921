"""Released versions: the files of a release, and the pages of older ones beside the newest."""
