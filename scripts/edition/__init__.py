"""The edition: what the sources say (model), for readers (render), for machines (exports), judged (checks)."""
