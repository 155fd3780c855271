//! The known word that a misspelt one probably meant.

/// The candidate nearest to `text`, when it is near enough to be worth suggesting: at most a third of the letters differ.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let wanted = text.to_lowercase();
    let limit = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(text.len()) <= limit + 2)
        .map(|candidate| (strsim::osa_distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_near_word_is_found_and_a_far_one_is_not() {
        assert_eq!(nearest("buffer_hr", ["share", "buffer_h"]), Some("buffer_h".to_owned()));
        assert_eq!(nearest("GRDI", ["grid"]), Some("grid".to_owned()));
        assert_eq!(nearest("water", ["grid"]), None);
    }
}
