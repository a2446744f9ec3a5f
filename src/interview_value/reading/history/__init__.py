"""What past interviews there were, from a calendar or a tracker."""
